-- Schemas of one database; run after roles.sql, in one transaction. Safe to run again.
-- Each service migrates its own schema as its owner; table grants stand in the migrations.
do $$
begin
  if not (select pg_has_role(current_user, datdba, 'usage') from pg_catalog.pg_database where datname = current_database()) then
    raise exception 'database % does not belong to %', current_database(), current_user
      using hint = format('alter database %I owner to %I', current_database(), current_user);
  end if;
  -- Whoever is no superuser builds a schema for another role as its member only; until the end of this file.
  if not (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then
    execute format('grant benefits_owner, linkage_owner to %I with inherit true, set true', current_user);
  end if;
end
$$;

create schema if not exists benefits authorization benefits_owner;
create schema if not exists linkage authorization linkage_owner;

comment on schema benefits is '児童手当ほか: people, cases, decisions, payments (benefits-service)';
comment on schema linkage is '情報連携: intake, inquiries, answers, records of provision (integration)';

revoke all on schema public from public;
revoke all on schema benefits, linkage from public;
grant usage on schema benefits to benefits_app, benefits_dispatch, todoke_batch;
grant usage on schema linkage to linkage_app, linkage_dispatch, todoke_batch;

-- Every connection finds its own schema without naming it.
do $$
declare
  service text;
  suffix text;
begin
  foreach service in array array['benefits', 'linkage']
  loop
    if not exists (select from pg_catalog.pg_namespace where nspname = service and pg_get_userbyid(nspowner) = service || '_owner') then
      raise exception 'schema % does not belong to %_owner', service, service;
    end if;
    foreach suffix in array array['owner', 'app', 'dispatch']
    loop
      execute format('alter role %I in database %I set search_path = %I',
        service || '_' || suffix, current_database(), service);
    end loop;
    execute format('grant connect on database %I to %I, %I, %I', current_database(),
      service || '_owner', service || '_app', service || '_dispatch');
  end loop;
  execute format('revoke all on database %I from public', current_database());
  if not (select rolsuper from pg_catalog.pg_roles where rolname = current_user) then
    execute format('revoke benefits_owner, linkage_owner from %I', current_user);
  end if;
end
$$;
