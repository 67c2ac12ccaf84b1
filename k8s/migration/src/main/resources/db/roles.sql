-- Roles of the services; one set for the whole cluster. Safe to run again, also by an administrator who is no superuser
-- (CREATEROLE, as managed databases give it): such a one may not even name an attribute that it does not hold, so an
-- attribute is written only where it is wrong.
-- None is a superuser and none of the login roles may bypass row-level security: a superuser would
-- silently see every municipality. Passwords are set by whoever runs this file.
do $$
declare
  role_name text;
  bulk boolean;
  wrong text;
begin
  foreach role_name in array array[
    'benefits_owner', 'benefits_app', 'benefits_dispatch',
    'linkage_owner', 'linkage_app', 'linkage_dispatch',
    -- Bulk work only (COPY is refused under row-level security); nobody can log in as it.
    'todoke_batch']
  loop
    bulk := role_name = 'todoke_batch';
    if not exists (select from pg_catalog.pg_roles where rolname = role_name) then
      execute format('create role %I %s', role_name, case when bulk then 'nologin' else 'login' end);
    elsif not pg_has_role(current_user, role_name, 'member with admin option') then
      raise exception 'role % was made by somebody else and % may not change it', role_name, current_user
        using hint = format('grant %I to %I with admin option', role_name, current_user);
    end if;
    select concat_ws(' ',
        case when rolsuper then 'nosuperuser' end,
        case when rolbypassrls and not bulk then 'nobypassrls' end,
        case when rolreplication then 'noreplication' end,
        case when rolcreaterole then 'nocreaterole' end,
        case when rolcreatedb then 'nocreatedb' end,
        case when not rolinherit then 'inherit' end,
        case when rolcanlogin = bulk then case when bulk then 'nologin' else 'login' end end)
      into wrong from pg_catalog.pg_roles where rolname = role_name;
    if wrong <> '' then
      execute format('alter role %I with %s', role_name, wrong);
    end if;
  end loop;

  if not (select rolbypassrls from pg_catalog.pg_roles where rolname = 'todoke_batch') then
    if (select rolsuper or rolbypassrls from pg_catalog.pg_roles where rolname = current_user) then
      alter role todoke_batch bypassrls;
    else
      raise warning 'todoke_batch stays under row-level security, since % may not give BYPASSRLS; whoever may: alter role todoke_batch bypassrls', current_user;
    end if;
  end if;
end
$$;
