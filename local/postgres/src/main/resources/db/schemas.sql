-- Schemas of one database; run after roles.sql. Safe to run again.
-- Each service migrates its own schema as its owner; table grants stand in the migrations.
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
    foreach suffix in array array['owner', 'app', 'dispatch']
    loop
      execute format('alter role %I in database %I set search_path = %I',
        service || '_' || suffix, current_database(), service);
    end loop;
    execute format('grant connect on database %I to %I, %I, %I', current_database(),
      service || '_owner', service || '_app', service || '_dispatch');
  end loop;
  execute format('revoke all on database %I from public', current_database());
end
$$;
