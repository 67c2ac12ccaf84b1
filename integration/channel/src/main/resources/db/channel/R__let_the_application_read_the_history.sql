-- A process without the owner's credentials looks whether the schema is what it needs.
grant select on ${schema}.flyway_schema_history to ${app_role};
