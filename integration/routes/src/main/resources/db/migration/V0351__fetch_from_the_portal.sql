-- 申請データ一覧取得 and 申請データ取得: what the portal lists is written down before it is fetched, so that a fetch that nobody finished is known.
create table ${schema}.portal_watch (
  municipality_code char(6)     not null,
  watch_id          uuid        not null,
  listed_at         timestamptz,
  trouble           text,
  attempts          integer     not null default 0,
  next_attempt_at   timestamptz,
  lease_until       timestamptz,
  constraint portal_watch_pk primary key (municipality_code),
  constraint portal_watch_attempts_ck check (attempts >= 0)
);

comment on table ${schema}.portal_watch is 'the listing of the portal, one row per municipality';
comment on column ${schema}.portal_watch.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.portal_watch.watch_id is 'id by which the row is claimed';
comment on column ${schema}.portal_watch.listed_at is 'instant of the last list that was read to its end';
comment on column ${schema}.portal_watch.trouble is 'kind of the trouble of the last attempt; absent: none';
comment on column ${schema}.portal_watch.attempts is 'attempts since the last list that was read to its end';
comment on column ${schema}.portal_watch.next_attempt_at is 'earliest next list; absent: switched off';
comment on column ${schema}.portal_watch.lease_until is 'a process lists until then';

create table ${schema}.portal_application (
  municipality_code char(6)     not null,
  application_id    uuid        not null,
  uketsuke_bango    text        not null,
  procedure_name    text        not null,
  arrived_at        timestamptz not null,
  sha256            char(64)    not null,
  byte_count        bigint      not null,
  listed_at         timestamptz not null,
  state             text        not null,
  package_id        uuid,
  trouble           text,
  attempts          integer     not null default 0,
  next_attempt_at   timestamptz,
  lease_until       timestamptz,
  constraint portal_application_pk primary key (municipality_code, application_id),
  constraint portal_application_bango_uq unique (municipality_code, uketsuke_bango),
  constraint portal_application_package_fk foreign key (municipality_code, package_id)
    references ${schema}.intake_package (municipality_code, package_id),
  constraint portal_application_sha256_ck check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint portal_application_byte_count_ck check (byte_count >= 0),
  constraint portal_application_state_ck check (state in ('LISTED', 'TAKEN', 'GONE', 'OVERSIZE')),
  constraint portal_application_taken_ck check (state <> 'TAKEN' or package_id is not null),
  constraint portal_application_attempts_ck check (attempts >= 0),
  constraint portal_application_due_ck check ((state = 'LISTED') = (next_attempt_at is not null))
);
create index portal_application_due_ix on ${schema}.portal_application (next_attempt_at) where next_attempt_at is not null;
create index portal_application_package_ix on ${schema}.portal_application (municipality_code, package_id) where package_id is not null;

comment on table ${schema}.portal_application is 'an application that the portal listed, fetched once or still to be fetched';
comment on column ${schema}.portal_application.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.portal_application.application_id is 'our id of the listed application';
comment on column ${schema}.portal_application.uketsuke_bango is '受付番号 of the portal';
comment on column ${schema}.portal_application.procedure_name is 'procedure as the list says';
comment on column ${schema}.portal_application.arrived_at is '到達日時 as the list says';
comment on column ${schema}.portal_application.sha256 is 'SHA-256 that the package must have';
comment on column ${schema}.portal_application.byte_count is 'length that the list says';
comment on column ${schema}.portal_application.listed_at is 'instant at which it was first listed with these bytes';
comment on column ${schema}.portal_application.state is 'LISTED to be fetched; TAKEN kept as a package; GONE the portal does not have it; OVERSIZE 差戻し unfetched';
comment on column ${schema}.portal_application.package_id is 'the package as which it is kept';
comment on column ${schema}.portal_application.trouble is 'kind of the trouble of the last attempt; absent: none';
comment on column ${schema}.portal_application.attempts is 'fetches that failed';
comment on column ${schema}.portal_application.next_attempt_at is 'earliest next fetch; absent: nothing to fetch';
comment on column ${schema}.portal_application.lease_until is 'a process fetches until then';

alter table ${schema}.portal_watch enable row level security;
alter table ${schema}.portal_watch force row level security;
create policy portal_watch_tenant on ${schema}.portal_watch
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);
create policy portal_watch_dispatch on ${schema}.portal_watch to ${dispatch_role} using (true) with check (true);
grant select, insert, update on ${schema}.portal_watch to ${app_role};
grant select (municipality_code, watch_id, next_attempt_at, lease_until, attempts), update (lease_until)
  on ${schema}.portal_watch to ${dispatch_role};

alter table ${schema}.portal_application enable row level security;
alter table ${schema}.portal_application force row level security;
create policy portal_application_tenant on ${schema}.portal_application
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);
create policy portal_application_dispatch on ${schema}.portal_application to ${dispatch_role} using (true) with check (true);
grant select, insert, update on ${schema}.portal_application to ${app_role};
grant select (municipality_code, application_id, next_attempt_at, lease_until, attempts), update (lease_until)
  on ${schema}.portal_application to ${dispatch_role};
