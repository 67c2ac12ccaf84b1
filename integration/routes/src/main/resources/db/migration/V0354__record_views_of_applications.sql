-- 閲覧記録: who looked at an application that came in.
create table ${schema}.intake_view (
  municipality_code char(6)     not null,
  view_id           uuid        not null,
  viewed_at         timestamptz not null,
  viewer            text        not null,
  operation         text        not null,
  package_id        uuid,
  import_id         uuid,
  shown             integer     not null,
  constraint intake_view_pk primary key (municipality_code, view_id),
  constraint intake_view_operation_ck check (operation in ('getPackage', 'listPackages', 'getPackageOriginal', 'getImport')),
  constraint intake_view_shown_ck check (shown >= 0)
);
create index intake_view_package_ix on ${schema}.intake_view (municipality_code, package_id, viewed_at) where package_id is not null;

comment on table ${schema}.intake_view is '閲覧記録: each view of packages and imports; append-only';
comment on column ${schema}.intake_view.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.intake_view.view_id is 'id of the view';
comment on column ${schema}.intake_view.viewed_at is 'instant of the view';
comment on column ${schema}.intake_view.viewer is 'user or client that looked';
comment on column ${schema}.intake_view.operation is 'operation of specs/api/intake.yaml';
comment on column ${schema}.intake_view.package_id is 'the package that was shown; absent for lists';
comment on column ${schema}.intake_view.import_id is 'the import that was shown';
comment on column ${schema}.intake_view.shown is 'how many packages or rows the answer held';

alter table ${schema}.intake_view enable row level security;
alter table ${schema}.intake_view force row level security;
create policy intake_view_tenant on ${schema}.intake_view
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);
-- No update and no delete: who looked, has looked.
grant select, insert on ${schema}.intake_view to ${app_role};
