-- Durable inquiries: everything needed to go on after the death of the process stands in the row.
create table ${schema}.inquiry (
  municipality_code     char(6)     not null,
  inquiry_id            uuid        not null,
  case_id               uuid        not null,
  case_number           text        not null,
  kind                  text        not null,
  procedure_name        text        not null,
  gyomu_id              char(3)     not null,
  officer               varchar(20) not null,
  atenabango            varchar(15),
  subject_sealed        bytea       not null,
  subject_key_id        text        not null,
  asker_kikan_cd        char(16)    not null,
  asker_busho_cd        varchar(20) not null,
  provider_kikan_cd     varchar(16),
  jimu_cd               char(16),
  jimutetsuzuki_cd      char(16),
  tm_cd                 char(16),
  juki_purpose          text,
  tax_year              integer,
  legal_basis           text,
  legal_source_mark     text,
  withhold_cd           char(1)     not null,
  request_id            uuid        not null,
  state                 text        not null,
  receipt_no            text,
  shori_tsuban          text,
  layout_dataset_no     text,
  layout_han_no         text,
  result_kind           text,
  answer                text,
  attempts              integer     not null default 0,
  next_attempt_at       timestamptz,
  lease_until           timestamptz,
  last_trouble          text,
  correlation_id        text,
  requested_at          timestamptz not null,
  sent_at               timestamptz,
  accepted_at           timestamptz,
  answered_at           timestamptz,
  constraint inquiry_pk primary key (municipality_code, inquiry_id),
  constraint inquiry_request_id_uq unique (municipality_code, request_id),
  constraint inquiry_kind_ck check (kind in ('IDENTITY', 'TAX', 'ACCOUNT')),
  constraint inquiry_state_ck check (state in ('DRAFT', 'REGISTERED', 'ACCEPTED', 'IN_PROGRESS', 'WAITING_PROVIDER', 'COMPLETED',
    'CANCEL_REQUESTED', 'CANCELLED', 'FAILED', 'EXPIRED')),
  constraint inquiry_answer_ck check (answer in ('PROVIDED', 'NOT_APPLICABLE', 'UNDECLARED', 'NO_COPY', 'PERSON_UNKNOWN', 'AMBIGUOUS',
    'REFUSED', 'NOT_PERMITTED', 'LAYOUT_MISMATCH', 'ANOTHER_PERSON', 'EXPIRED', 'UNAVAILABLE')),
  constraint inquiry_withhold_cd_ck check (withhold_cd in ('0', '1')),
  -- Legal basis or no query: a row without one has never left and never will.
  constraint inquiry_legal_basis_ck check (legal_basis is not null or (sent_at is null and next_attempt_at is null)),
  constraint inquiry_sent_ck check (sent_at is not null or state in ('DRAFT', 'FAILED')),
  constraint inquiry_receipt_ck check (receipt_no is not null or state not in ('ACCEPTED', 'IN_PROGRESS', 'WAITING_PROVIDER')),
  constraint inquiry_end_ck check ((state in ('COMPLETED', 'CANCELLED', 'FAILED', 'EXPIRED')) = (answer is not null)
    and (answer is null) = (answered_at is null) and (answer is null or next_attempt_at is null)),
  constraint inquiry_attempts_ck check (attempts >= 0)
);
create index inquiry_due_ix on ${schema}.inquiry (next_attempt_at) where next_attempt_at is not null;
create index inquiry_case_ix on ${schema}.inquiry (municipality_code, case_id);

comment on table ${schema}.inquiry is '情報照会: one question to an outside body, from its request to its answer';
comment on column ${schema}.inquiry.municipality_code is '全国地方公共団体コード with check digit; the tenant, who asks';
comment on column ${schema}.inquiry.inquiry_id is 'id given by the case';
comment on column ${schema}.inquiry.case_id is '案件 that needs the answer';
comment on column ${schema}.inquiry.case_number is '案件番号, named to the peer and in log lines';
comment on column ${schema}.inquiry.kind is 'IDENTITY 本人確認情報, TAX 地方税関係情報, ACCOUNT 公金受取口座情報';
comment on column ${schema}.inquiry.procedure_name is 'procedure for which it is asked';
comment on column ${schema}.inquiry.gyomu_id is '業務ID of the asking business; 990 is provisional for 児童手当';
comment on column ${schema}.inquiry.officer is 'user id, or SYSTEM-AUTO, that stands behind the inquiry';
comment on column ${schema}.inquiry.atenabango is '宛名番号 of the person asked about; absent for a search by 4情報';
comment on column ${schema}.inquiry.subject_sealed is 'name and birth date of the person, encrypted (AES-GCM)';
comment on column ${schema}.inquiry.subject_key_id is 'key with which subject_sealed was encrypted';
comment on column ${schema}.inquiry.asker_kikan_cd is '情報照会者機関コード';
comment on column ${schema}.inquiry.asker_busho_cd is '情報照会者部署コード';
comment on column ${schema}.inquiry.provider_kikan_cd is '情報提供者機関コード, or JUKI for 住基ネット; a ward is already its city';
comment on column ${schema}.inquiry.jimu_cd is '事務コード of the tuple in the 照合リスト';
comment on column ${schema}.inquiry.jimutetsuzuki_cd is '事務手続コード of the tuple';
comment on column ${schema}.inquiry.tm_cd is '特定個人情報名コード of the tuple';
comment on column ${schema}.inquiry.juki_purpose is '利用事務 for a search in 住基ネット';
comment on column ${schema}.inquiry.tax_year is '課税年度';
comment on column ${schema}.inquiry.legal_basis is 'statute of the tuple that permits the question; absent: not permitted, never sent';
comment on column ${schema}.inquiry.legal_source_mark is 'OFFICIAL or PROVISIONAL: how far the tuple can be trusted';
comment on column ${schema}.inquiry.withhold_cd is '照会側不開示コード: 1 hides the record of this inquiry from disclosure';
comment on column ${schema}.inquiry.request_id is 'idempotency key for the peer: the same on every repetition';
comment on column ${schema}.inquiry.state is 'states of an inquiry; DRAFT nothing sent, REGISTERED sent and the outcome not known, then as the peer says';
comment on column ${schema}.inquiry.receipt_no is '受付番号 of the 中間サーバー';
comment on column ${schema}.inquiry.shori_tsuban is '処理通番 of the 情報提供ネットワークシステム';
comment on column ${schema}.inquiry.layout_dataset_no is 'データセット番号 of the answer';
comment on column ${schema}.inquiry.layout_han_no is '版番号 of the answer';
comment on column ${schema}.inquiry.result_kind is 'kind of the result in the words of the peer';
comment on column ${schema}.inquiry.answer is 'sealed outcome that the case was told';
comment on column ${schema}.inquiry.attempts is 'tries of the current step that reached nobody';
comment on column ${schema}.inquiry.next_attempt_at is 'earliest next step; absent: nothing more to do';
comment on column ${schema}.inquiry.lease_until is 'a process works on the row until then';
comment on column ${schema}.inquiry.last_trouble is 'kind of the last transport trouble, never its text';
comment on column ${schema}.inquiry.correlation_id is 'correlation of the request that caused the inquiry';
comment on column ${schema}.inquiry.requested_at is 'instant at which the case asked';
comment on column ${schema}.inquiry.sent_at is 'instant just before the first sending';
comment on column ${schema}.inquiry.accepted_at is 'instant of acceptance as the peer states it';
comment on column ${schema}.inquiry.answered_at is 'instant at which the answer was kept and handed to the case';

alter table ${schema}.inquiry enable row level security;
alter table ${schema}.inquiry force row level security;
create policy inquiry_tenant on ${schema}.inquiry
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);
create policy inquiry_dispatch on ${schema}.inquiry to ${dispatch_role} using (true) with check (true);

grant select, insert on ${schema}.inquiry to ${app_role};
grant update (request_id, state, receipt_no, shori_tsuban, layout_dataset_no, layout_han_no, result_kind, answer, attempts, next_attempt_at,
  lease_until, last_trouble, sent_at, accepted_at, answered_at) on ${schema}.inquiry to ${app_role};
grant select (municipality_code, inquiry_id, next_attempt_at, lease_until, attempts), update (lease_until)
  on ${schema}.inquiry to ${dispatch_role};

create table ${schema}.inquiry_answer (
  municipality_code char(6)     not null,
  inquiry_id        uuid        not null,
  received_sha256   char(64)    not null,
  received_sealed   bytea       not null,
  key_id            text        not null,
  received_at       timestamptz not null,
  constraint inquiry_answer_pk primary key (municipality_code, inquiry_id, received_sha256),
  constraint inquiry_answer_inquiry_fk foreign key (municipality_code, inquiry_id) references ${schema}.inquiry (municipality_code, inquiry_id)
);
comment on table ${schema}.inquiry_answer is '照会結果 as received from the peer, encrypted; a duplicate is the same row';
comment on column ${schema}.inquiry_answer.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.inquiry_answer.inquiry_id is 'the inquiry that is answered';
comment on column ${schema}.inquiry_answer.received_sha256 is 'SHA-256 of the received bytes keyed by the inquiry id, hex; tells duplicates';
comment on column ${schema}.inquiry_answer.received_sealed is 'received bytes, encrypted (AES-GCM)';
comment on column ${schema}.inquiry_answer.key_id is 'key with which they were encrypted';
comment on column ${schema}.inquiry_answer.received_at is 'instant of the first receipt';

alter table ${schema}.inquiry_answer enable row level security;
alter table ${schema}.inquiry_answer force row level security;
create policy inquiry_answer_tenant on ${schema}.inquiry_answer
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);
grant select, insert on ${schema}.inquiry_answer to ${app_role};
