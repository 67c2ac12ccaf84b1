create table ${schema}.thing (
    municipality_code char(6) not null,
    id                uuid    not null default uuidv7(),
    name              text    not null,
    version           bigint  not null default 1,
    constraint thing_pk primary key (municipality_code, id)
);
alter table ${schema}.thing enable row level security;
alter table ${schema}.thing force row level security;
create policy thing_tenant on ${schema}.thing to ${app_role}
    using (municipality_code = current_setting('app.municipality', true)) with check (municipality_code = current_setting('app.municipality', true));
grant select, insert, update on ${schema}.thing to ${app_role};
