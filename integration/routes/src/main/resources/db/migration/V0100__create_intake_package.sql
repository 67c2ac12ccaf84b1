-- Application packages as they arrived, kept before anybody judges them.
create table ${schema}.intake_package (
  municipality_code  char(6)     not null,
  package_id         uuid        not null,
  sha256             char(64)    not null,
  byte_count         bigint      not null,
  original           bytea       not null,
  state              text        not null,
  uketsuke_bango     text,
  procedure_name     text,
  arrived_at         timestamptz,
  received_at        timestamptz not null,
  received_from      text        not null,
  judged_at          timestamptz,
  refusals           jsonb       not null default '[]',
  application_status text,
  status_recorded_at timestamptz,
  constraint intake_package_pk primary key (municipality_code, package_id),
  constraint intake_package_sha256_uq unique (municipality_code, sha256),
  constraint intake_package_sha256_ck check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint intake_package_byte_count_ck check (byte_count = octet_length(original)),
  constraint intake_package_state_ck check (state in ('RECEIVED', 'ACCEPTED', 'REFUSED')),
  constraint intake_package_judged_ck check ((state = 'RECEIVED') = (judged_at is null)),
  constraint intake_package_refusals_ck check (state <> 'REFUSED' or jsonb_array_length(refusals) > 0),
  constraint intake_package_accepted_ck check (state <> 'ACCEPTED' or (uketsuke_bango is not null and procedure_name is not null and arrived_at is not null))
);
create unique index intake_package_uketsuke_bango_uq on ${schema}.intake_package (municipality_code, uketsuke_bango) where state = 'ACCEPTED';
create index intake_package_received_ix on ${schema}.intake_package (municipality_code, received_at, package_id);

comment on table ${schema}.intake_package is '申請データ: one package as received (form of E28), refused ones included';
comment on column ${schema}.intake_package.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.intake_package.package_id is 'our id of the package';
comment on column ${schema}.intake_package.sha256 is 'SHA-256 of the original bytes, hex; the same bytes are the same package';
comment on column ${schema}.intake_package.byte_count is 'length of the original in bytes';
comment on column ${schema}.intake_package.original is 'the ZIP unchanged';
comment on column ${schema}.intake_package.state is 'RECEIVED kept, not judged yet; ACCEPTED handed to a case; REFUSED 差戻し';
comment on column ${schema}.intake_package.uketsuke_bango is '受付番号 of the portal, as far as the manifest could be read';
comment on column ${schema}.intake_package.procedure_name is 'procedure as the manifest names it';
comment on column ${schema}.intake_package.arrived_at is '到達日時 of the application';
comment on column ${schema}.intake_package.received_at is 'instant at which we took the bytes';
comment on column ${schema}.intake_package.received_from is 'user or client that posted it';
comment on column ${schema}.intake_package.judged_at is 'instant of the 形式審査';
comment on column ${schema}.intake_package.refusals is 'reasons of a refusal: [{pointer, code, message}]; never a value from the package';
comment on column ${schema}.intake_package.application_status is 'status that the case last fed back';
comment on column ${schema}.intake_package.status_recorded_at is 'instant at which that status was recorded';

alter table ${schema}.intake_package enable row level security;
alter table ${schema}.intake_package force row level security;
create policy intake_package_tenant on ${schema}.intake_package
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);

grant select, insert on ${schema}.intake_package to ${app_role};
-- The original, its hash and when it came are never changed.
grant update (state, uketsuke_bango, procedure_name, arrived_at, judged_at, refusals, application_status, status_recorded_at)
  on ${schema}.intake_package to ${app_role};
