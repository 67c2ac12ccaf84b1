-- 一括照会: rounds of inquiries that go out as files. Each good line becomes a row of inquiry once its file is made up; that row has no
-- next_attempt_at, so nobody asks for it one by one.
create table ${schema}.inquiry_round (
  municipality_code char(6)     not null,
  round_id          uuid        not null,
  procedure_name    text        not null,
  kind              text        not null,
  purpose           text        not null,
  tax_year          integer,
  officer           varchar(20) not null,
  state             text        not null,
  file_base         text,
  requested_at      timestamptz not null,
  correlation_id    text,
  traceparent       text,
  constraint inquiry_round_pk primary key (municipality_code, round_id),
  constraint inquiry_round_file_base_uq unique (municipality_code, file_base),
  constraint inquiry_round_purpose_ck check (purpose in ('CURRENT_STATUS', 'YEARLY_INCOME', 'SECOND_INQUIRY')),
  constraint inquiry_round_state_ck check (state in ('UPLOADING', 'RUNNING', 'STOPPED', 'DISCARDED')),
  constraint inquiry_round_file_base_ck check ((state in ('RUNNING', 'STOPPED')) = (file_base is not null))
);
comment on table ${schema}.inquiry_round is '一括照会: many persons asked about at once, by files';
comment on column ${schema}.inquiry_round.municipality_code is '全国地方公共団体コード with check digit; the tenant, who asks';
comment on column ${schema}.inquiry_round.round_id is 'our id of the round; case_id of its inquiries';
comment on column ${schema}.inquiry_round.procedure_name is 'procedure for which it is asked';
comment on column ${schema}.inquiry_round.kind is 'InformationKind of specs/linkage';
comment on column ${schema}.inquiry_round.purpose is 'CURRENT_STATUS 現況届, YEARLY_INCOME 年度の所得の確認, SECOND_INQUIRY 2次照会';
comment on column ${schema}.inquiry_round.tax_year is '年度, for information that is asked by year';
comment on column ${schema}.inquiry_round.officer is 'user id that started the round and is named to the peer';
comment on column ${schema}.inquiry_round.state is 'UPLOADING lines still come, RUNNING, STOPPED no further file leaves, DISCARDED the upload never came to its end';
comment on column ${schema}.inquiry_round.file_base is 'name of its files without number and extension: P640R110_yyyyMMddHHmmss';
comment on column ${schema}.inquiry_round.requested_at is '照会依頼日時 of all its records';
comment on column ${schema}.inquiry_round.correlation_id is 'correlation of the request that started the round';
comment on column ${schema}.inquiry_round.traceparent is 'W3C traceparent of that request; each step of a file goes on in the same trace';

create table ${schema}.inquiry_file (
  municipality_code char(6)     not null,
  file_id           uuid        not null,
  round_id          uuid        not null,
  file_no           integer     not null,
  file_name         text        not null,
  request_id        uuid        not null,
  state             text        not null,
  sha256            char(64),
  receipt_no        text,
  attempts          integer     not null default 0,
  next_attempt_at   timestamptz,
  lease_until       timestamptz,
  last_trouble      text,
  sent_at           timestamptz,
  accepted_at       timestamptz,
  completed_at      timestamptz,
  constraint inquiry_file_pk primary key (municipality_code, file_id),
  constraint inquiry_file_round_fk foreign key (municipality_code, round_id) references ${schema}.inquiry_round (municipality_code, round_id),
  constraint inquiry_file_no_uq unique (municipality_code, round_id, file_no),
  constraint inquiry_file_name_uq unique (municipality_code, file_name),
  constraint inquiry_file_request_id_uq unique (municipality_code, request_id),
  constraint inquiry_file_state_ck check (state in ('DRAFT', 'PREPARED', 'SENDING', 'ACCEPTED', 'LISTED', 'COMPLETED')),
  constraint inquiry_file_sent_ck check ((state in ('DRAFT', 'PREPARED')) = (sent_at is null) or state = 'COMPLETED'),
  constraint inquiry_file_sha256_ck check (sha256 is not null or sent_at is null),
  constraint inquiry_file_receipt_ck check (receipt_no is not null or state not in ('ACCEPTED', 'LISTED')),
  constraint inquiry_file_completed_ck check ((state = 'COMPLETED') = (completed_at is not null) and (completed_at is null or next_attempt_at is null)),
  constraint inquiry_file_attempts_ck check (attempts >= 0)
);
create index inquiry_file_due_ix on ${schema}.inquiry_file (next_attempt_at) where next_attempt_at is not null;
comment on table ${schema}.inquiry_file is 'one part of a round: a .DAT, from its making up to its last answer';
comment on column ${schema}.inquiry_file.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.inquiry_file.file_id is 'our id of the file';
comment on column ${schema}.inquiry_file.round_id is 'the round';
comment on column ${schema}.inquiry_file.file_no is 'number of the part in the round, from 1';
comment on column ${schema}.inquiry_file.file_name is 'P640R110_yyyyMMddHHmmss_0001.DAT';
comment on column ${schema}.inquiry_file.request_id is 'idempotency key for the peer: the same on every repetition';
comment on column ${schema}.inquiry_file.state is 'DRAFT, PREPARED its inquiries exist, SENDING sent and the outcome not known, ACCEPTED received by the peer, LISTED known which records were taken, COMPLETED each line has its outcome';
comment on column ${schema}.inquiry_file.sha256 is 'SHA-256 of the bytes that were sent first, hex; other bytes are never sent under this name';
comment on column ${schema}.inquiry_file.receipt_no is 'id of the file at the peer';
comment on column ${schema}.inquiry_file.attempts is 'tries of the current step that reached nobody';
comment on column ${schema}.inquiry_file.next_attempt_at is 'earliest next step; absent: nothing more to do, or held back by a stop';
comment on column ${schema}.inquiry_file.lease_until is 'a process works on the file until then';
comment on column ${schema}.inquiry_file.last_trouble is 'kind of the last transport trouble, never its text';
comment on column ${schema}.inquiry_file.sent_at is 'instant just before the first sending';
comment on column ${schema}.inquiry_file.accepted_at is 'instant of receipt as the peer states it';
comment on column ${schema}.inquiry_file.completed_at is 'instant at which the last line had its outcome';

create table ${schema}.inquiry_round_line (
  municipality_code     char(6) not null,
  round_id              uuid    not null,
  line_no               bigint  not null,
  atenabango            varchar(15),
  provider_municipality char(6),
  withhold_cd           char(1) not null,
  case_number           text,
  code                  text,
  peer_code             text,
  file_no               integer,
  record_no             integer,
  inquiry_id            uuid,
  constraint inquiry_round_line_pk primary key (municipality_code, round_id, line_no),
  constraint inquiry_round_line_round_fk foreign key (municipality_code, round_id) references ${schema}.inquiry_round (municipality_code, round_id),
  constraint inquiry_round_line_inquiry_fk foreign key (municipality_code, inquiry_id) references ${schema}.inquiry (municipality_code, inquiry_id),
  constraint inquiry_round_line_good_ck check (code is not null or atenabango is not null),
  constraint inquiry_round_line_withhold_cd_ck check (withhold_cd in ('0', '1')),
  constraint inquiry_round_line_record_ck check ((inquiry_id is null) = (record_no is null))
);
-- A person is asked about once in a round.
create unique index inquiry_round_line_person_uq on ${schema}.inquiry_round_line (municipality_code, round_id, atenabango) where code is null;
create unique index inquiry_round_line_record_uq on ${schema}.inquiry_round_line (municipality_code, round_id, file_no, record_no) where record_no is not null;
create index inquiry_round_line_file_ix on ${schema}.inquiry_round_line (municipality_code, round_id, file_no, line_no) where file_no is not null;
comment on table ${schema}.inquiry_round_line is 'a line of an upload: bad ones with their reason, good ones with their inquiry';
comment on column ${schema}.inquiry_round_line.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.inquiry_round_line.round_id is 'the round';
comment on column ${schema}.inquiry_round_line.line_no is 'number of the line in the upload, from 1';
comment on column ${schema}.inquiry_round_line.atenabango is '宛名番号; absent where the line has no readable one';
comment on column ${schema}.inquiry_round_line.provider_municipality is 'municipality that is asked; absent where one institution answers for all';
comment on column ${schema}.inquiry_round_line.withhold_cd is '照会側不開示コード: 1 hides the record of the inquiry from disclosure';
comment on column ${schema}.inquiry_round_line.case_number is '案件番号, if the line names one';
comment on column ${schema}.inquiry_round_line.code is 'why the line stayed behind, was not taken, or has no answer; absent: nothing against it';
comment on column ${schema}.inquiry_round_line.peer_code is 'the code that the peer gave for it';
comment on column ${schema}.inquiry_round_line.file_no is 'part of the round that holds the line';
comment on column ${schema}.inquiry_round_line.record_no is 'place in that file, from 1';
comment on column ${schema}.inquiry_round_line.inquiry_id is 'the inquiry; absent until the file is made up';

create table ${schema}.inquiry_file_stray (
  municipality_code char(6)     not null,
  file_id           uuid        not null,
  received_sha256   char(64)    not null,
  reason            text        not null,
  received_sealed   bytea       not null,
  key_id            text        not null,
  received_at       timestamptz not null,
  constraint inquiry_file_stray_pk primary key (municipality_code, file_id, received_sha256),
  constraint inquiry_file_stray_file_fk foreign key (municipality_code, file_id) references ${schema}.inquiry_file (municipality_code, file_id),
  constraint inquiry_file_stray_reason_ck check (reason in ('UNKNOWN_RECEIPT', 'SECOND_ANSWER', 'UNREADABLE_ANSWER'))
);
comment on table ${schema}.inquiry_file_stray is 'what came back for a file and fits no open line of it: kept, never applied';
comment on column ${schema}.inquiry_file_stray.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.inquiry_file_stray.file_id is 'the file with whose answers it came';
comment on column ${schema}.inquiry_file_stray.received_sha256 is 'SHA-256 of the received bytes keyed by the file id, hex; the same bytes are the same row';
comment on column ${schema}.inquiry_file_stray.reason is 'UNKNOWN_RECEIPT 受付番号 of no record of ours, SECOND_ANSWER another answer to an answered line, UNREADABLE_ANSWER';
comment on column ${schema}.inquiry_file_stray.received_sealed is 'received bytes, encrypted (AES-GCM)';
comment on column ${schema}.inquiry_file_stray.key_id is 'key with which they were encrypted';
comment on column ${schema}.inquiry_file_stray.received_at is 'instant of the first receipt';

alter table ${schema}.inquiry_round enable row level security;
alter table ${schema}.inquiry_round force row level security;
create policy inquiry_round_tenant on ${schema}.inquiry_round
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);
grant select, insert on ${schema}.inquiry_round to ${app_role};
grant update (state, file_base) on ${schema}.inquiry_round to ${app_role};

alter table ${schema}.inquiry_file enable row level security;
alter table ${schema}.inquiry_file force row level security;
create policy inquiry_file_tenant on ${schema}.inquiry_file
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);
create policy inquiry_file_dispatch on ${schema}.inquiry_file to ${dispatch_role} using (true) with check (true);
grant select, insert on ${schema}.inquiry_file to ${app_role};
grant update (state, sha256, receipt_no, attempts, next_attempt_at, lease_until, last_trouble, sent_at, accepted_at, completed_at)
  on ${schema}.inquiry_file to ${app_role};
grant select (municipality_code, file_id, next_attempt_at, lease_until, attempts), update (lease_until)
  on ${schema}.inquiry_file to ${dispatch_role};

alter table ${schema}.inquiry_round_line enable row level security;
alter table ${schema}.inquiry_round_line force row level security;
create policy inquiry_round_line_tenant on ${schema}.inquiry_round_line
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);
-- Deleted are only lines of an upload that never came to its end.
grant select, insert, delete on ${schema}.inquiry_round_line to ${app_role};
grant update (code, peer_code, file_no, record_no, inquiry_id) on ${schema}.inquiry_round_line to ${app_role};

alter table ${schema}.inquiry_file_stray enable row level security;
alter table ${schema}.inquiry_file_stray force row level security;
create policy inquiry_file_stray_tenant on ${schema}.inquiry_file_stray
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);
grant select, insert on ${schema}.inquiry_file_stray to ${app_role};
