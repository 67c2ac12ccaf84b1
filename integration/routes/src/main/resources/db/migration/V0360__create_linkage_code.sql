-- 符号: whether the network can name a person. One row for each person of whom that was ever in question; it is also the work
-- of acquiring the 符号, which all inquiries about the person share.
create table ${schema}.linkage_code (
  municipality_code char(6)     not null,
  atenabango        varchar(15) not null,
  state             text        not null,
  refusal           text,
  refused_until     timestamptz,
  request_id        uuid        not null,
  request_no        text,
  case_number       text,
  officer           varchar(20),
  gyomu_id          char(3),
  requested_at      timestamptz,
  changed_at        timestamptz not null,
  lapsed_at         timestamptz,
  attempts          integer     not null default 0,
  next_attempt_at   timestamptz,
  lease_until       timestamptz,
  last_trouble      text,
  constraint linkage_code_pk primary key (municipality_code, atenabango),
  constraint linkage_code_request_id_uq unique (municipality_code, request_id),
  constraint linkage_code_state_ck check (state in ('NOT_ACQUIRED', 'REQUESTED', 'ACQUIRED')),
  -- A request stands for somebody in some case, and is due some time; nothing else is.
  constraint linkage_code_request_ck check (state <> 'REQUESTED' or num_nonnulls(case_number, officer, gyomu_id, requested_at) = 4),
  constraint linkage_code_due_ck check ((state = 'REQUESTED') = (next_attempt_at is not null)),
  constraint linkage_code_refusal_ck check ((refusal is null) = (refused_until is null)
    and (refusal is null or state = 'NOT_ACQUIRED')),
  constraint linkage_code_attempts_ck check (attempts >= 0)
);
create index linkage_code_due_ix on ${schema}.linkage_code (next_attempt_at) where next_attempt_at is not null;
-- The inquiries that wait for a 符号, found by the person.
create index inquiry_waiting_ix on ${schema}.inquiry (municipality_code, atenabango) where answer is null and state = 'DRAFT';

comment on table ${schema}.linkage_code is '符号 of a person, as far as it was in question: 未取得, 依頼中, 取得済, 失効. The 符号 itself is never here';
comment on column ${schema}.linkage_code.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.linkage_code.atenabango is '宛名番号 of the person';
comment on column ${schema}.linkage_code.state is 'NOT_ACQUIRED 未取得, REQUESTED 依頼中, ACQUIRED 取得済';
comment on column ${schema}.linkage_code.refusal is 'why it cannot be had, as a code; absent where that is not known';
comment on column ${schema}.linkage_code.refused_until is 'until then nobody asks again';
comment on column ${schema}.linkage_code.request_id is 'idempotency key of the request for the 符号, the same on every repetition';
comment on column ${schema}.linkage_code.request_no is '処理通番 of the request; absent until it was accepted';
comment on column ${schema}.linkage_code.case_number is '案件番号 of the inquiry that needed it first';
comment on column ${schema}.linkage_code.officer is 'user id, or SYSTEM-AUTO, that stands behind that inquiry';
comment on column ${schema}.linkage_code.gyomu_id is '業務ID of that inquiry';
comment on column ${schema}.linkage_code.requested_at is 'instant at which it was first asked for';
comment on column ${schema}.linkage_code.changed_at is 'instant of the last change of the state';
comment on column ${schema}.linkage_code.lapsed_at is '失効: instant at which the network no longer knew a 符号 that had been acquired; it is asked for anew at once';
comment on column ${schema}.linkage_code.attempts is 'polls and tries of this request so far; the pauses grow with them';
comment on column ${schema}.linkage_code.next_attempt_at is 'earliest next poll; absent: nothing to do';
comment on column ${schema}.linkage_code.lease_until is 'a process works on the row until then';
comment on column ${schema}.linkage_code.last_trouble is 'kind of the last transport trouble, never its text';

alter table ${schema}.linkage_code enable row level security;
alter table ${schema}.linkage_code force row level security;
create policy linkage_code_tenant on ${schema}.linkage_code
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);
create policy linkage_code_dispatch on ${schema}.linkage_code to ${dispatch_role} using (true) with check (true);
grant select, insert, update on ${schema}.linkage_code to ${app_role};
grant select (municipality_code, request_id, next_attempt_at, lease_until, attempts), update (lease_until)
  on ${schema}.linkage_code to ${dispatch_role};
