-- Roles of the services; one set for the whole cluster. Safe to run again.
-- None is a superuser and none of the login roles may bypass row-level security: a superuser would
-- silently see every municipality. Passwords are set by whoever runs this file.
do $$
declare
  role_name text;
begin
  foreach role_name in array array[
    'benefits_owner', 'benefits_app', 'benefits_dispatch',
    'linkage_owner', 'linkage_app', 'linkage_dispatch']
  loop
    if not exists (select from pg_catalog.pg_roles where rolname = role_name) then
      execute format('create role %I', role_name);
    end if;
    execute format('alter role %I with login nosuperuser nobypassrls nocreatedb nocreaterole noreplication inherit', role_name);
  end loop;

  -- Bulk work only (COPY is refused under row-level security); nobody can log in as it.
  if not exists (select from pg_catalog.pg_roles where rolname = 'todoke_batch') then
    create role todoke_batch;
  end if;
  alter role todoke_batch with nologin nosuperuser bypassrls nocreatedb nocreaterole noreplication;
end
$$;
