-- Packages are fetched from the portal and rows of tables are taken as well; one may amend another.
alter table ${schema}.intake_package
  add column way               text not null default 'API',
  add column amends_bango      text,
  add column amends_package_id uuid,
  add constraint intake_package_way_ck check (way in ('API', 'PORTAL', 'IMPORT')),
  add constraint intake_package_amends_fk foreign key (municipality_code, amends_package_id)
    references ${schema}.intake_package (municipality_code, package_id),
  add constraint intake_package_amends_ck check (amends_package_id is null or (amends_bango is not null and amends_package_id <> package_id));
create index intake_package_amends_ix on ${schema}.intake_package (municipality_code, amends_package_id) where amends_package_id is not null;

comment on column ${schema}.intake_package.original is 'what came, unchanged: the ZIP; of a row the header of its table and the row';
comment on column ${schema}.intake_package.way is 'how these bytes came first: API, PORTAL fetched by us, IMPORT a row of a table (方式4)';
comment on column ${schema}.intake_package.amends_bango is '補正: 受付番号 of the application that this one amends, as it says itself';
comment on column ${schema}.intake_package.amends_package_id is 'the accepted package of that number, whose case this one joins; absent: it opens its own';

grant update (amends_bango, amends_package_id) on ${schema}.intake_package to ${app_role};
