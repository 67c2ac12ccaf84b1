-- 一括取込 (方式4): a table as it came, and what became of each of its rows.
create table ${schema}.intake_import (
  municipality_code char(6)     not null,
  import_id         uuid        not null,
  sha256            char(64)    not null,
  original          bytea       not null,
  row_count         integer     not null,
  state             text        not null,
  received_at       timestamptz not null,
  received_from     text        not null,
  attempts          integer     not null default 0,
  next_attempt_at   timestamptz,
  lease_until       timestamptz,
  constraint intake_import_pk primary key (municipality_code, import_id),
  constraint intake_import_sha256_uq unique (municipality_code, sha256),
  constraint intake_import_sha256_ck check (sha256 ~ '^[0-9a-f]{64}$'),
  constraint intake_import_row_count_ck check (row_count >= 1),
  constraint intake_import_state_ck check (state in ('RECEIVED', 'RUNNING', 'DONE')),
  constraint intake_import_attempts_ck check (attempts >= 0),
  constraint intake_import_due_ck check ((state = 'DONE') = (next_attempt_at is null))
);
create index intake_import_due_ix on ${schema}.intake_import (next_attempt_at) where next_attempt_at is not null;

comment on table ${schema}.intake_import is '一括取込: one table of applications as received';
comment on column ${schema}.intake_import.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.intake_import.import_id is 'our id of the import';
comment on column ${schema}.intake_import.sha256 is 'SHA-256 of the table, hex; the same bytes are the same import';
comment on column ${schema}.intake_import.original is 'the table unchanged';
comment on column ${schema}.intake_import.row_count is 'rows below the header';
comment on column ${schema}.intake_import.state is 'RECEIVED no row judged yet, RUNNING, DONE';
comment on column ${schema}.intake_import.received_at is 'instant at which we took the table';
comment on column ${schema}.intake_import.received_from is 'user or client that posted it';
comment on column ${schema}.intake_import.attempts is 'attempts that failed by a fault of ours since the last row was judged';
comment on column ${schema}.intake_import.next_attempt_at is 'earliest instant at which rows are judged; absent: done';
comment on column ${schema}.intake_import.lease_until is 'a process judges rows until then';

create table ${schema}.intake_import_row (
  municipality_code char(6) not null,
  import_id         uuid    not null,
  line              integer not null,
  outcome           text    not null,
  package_id        uuid,
  uketsuke_bango    text,
  refusals          jsonb   not null default '[]',
  constraint intake_import_row_pk primary key (municipality_code, import_id, line),
  constraint intake_import_row_import_fk foreign key (municipality_code, import_id)
    references ${schema}.intake_import (municipality_code, import_id),
  constraint intake_import_row_package_fk foreign key (municipality_code, package_id)
    references ${schema}.intake_package (municipality_code, package_id),
  constraint intake_import_row_outcome_ck check (outcome in ('ACCEPTED', 'REFUSED', 'ALREADY_TAKEN')),
  constraint intake_import_row_refusals_ck check ((outcome = 'REFUSED') = (jsonb_array_length(refusals) > 0))
);

comment on table ${schema}.intake_import_row is 'what became of a row of an imported table; append-only';
comment on column ${schema}.intake_import_row.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.intake_import_row.import_id is 'the import';
comment on column ${schema}.intake_import_row.line is 'line at which the row begins; the header is line 1';
comment on column ${schema}.intake_import_row.outcome is 'ACCEPTED handed to a case, REFUSED, ALREADY_TAKEN the same application was there';
comment on column ${schema}.intake_import_row.package_id is 'the package as which the row is kept, or which was there';
comment on column ${schema}.intake_import_row.uketsuke_bango is '受付番号, as far as it could be read';
comment on column ${schema}.intake_import_row.refusals is 'reasons: [{pointer, code, message}]; never a value from the row';

alter table ${schema}.intake_import enable row level security;
alter table ${schema}.intake_import force row level security;
create policy intake_import_tenant on ${schema}.intake_import
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);
create policy intake_import_dispatch on ${schema}.intake_import to ${dispatch_role} using (true) with check (true);
grant select, insert on ${schema}.intake_import to ${app_role};
grant update (state, attempts, next_attempt_at, lease_until) on ${schema}.intake_import to ${app_role};
grant select (municipality_code, import_id, next_attempt_at, lease_until, attempts), update (lease_until)
  on ${schema}.intake_import to ${dispatch_role};

alter table ${schema}.intake_import_row enable row level security;
alter table ${schema}.intake_import_row force row level security;
create policy intake_import_row_tenant on ${schema}.intake_import_row
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);
grant select, insert on ${schema}.intake_import_row to ${app_role};
