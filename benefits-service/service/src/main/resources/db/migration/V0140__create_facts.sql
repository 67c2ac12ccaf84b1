create table fact (
  municipality_code char(6)     not null,
  fact_id           uuid        not null,
  case_id           uuid        not null,
  participant_id    uuid        not null,
  kind              text        not null,
  source            text        not null,
  question_id       uuid,
  content_cipher    bytea       not null,
  content_key_id    text        not null,
  valid_from        date,
  valid_until       date,
  recorded_at       timestamptz not null,
  supersedes        uuid,
  constraint fact_pk primary key (municipality_code, fact_id),
  constraint fact_case_fk foreign key (municipality_code, case_id) references benefit_case,
  constraint fact_participant_fk foreign key (municipality_code, participant_id) references case_participant,
  constraint fact_question_fk foreign key (municipality_code, question_id) references question,
  constraint fact_supersedes_fk foreign key (municipality_code, supersedes) references fact,
  constraint fact_superseded_once_uq unique (municipality_code, supersedes),
  constraint fact_kind_known check (kind in ('RESIDENCE', 'CHILD_RESIDENCE', 'INCOME', 'ACCOUNT', 'PUBLIC_SERVANT', 'CARE', 'COUNTED_SIBLING', 'SPOUSE')),
  constraint fact_source_known check (source in ('APPLICANT', 'OWN_REGISTER', 'OWN_TAX_FEED', 'JUKI', 'CHUKAN')),
  constraint fact_answered_has_question check (source = 'APPLICANT' or question_id is not null),
  constraint fact_period_forward check (valid_until > valid_from)
);
comment on table fact is '事実: what a source says about a person of the case, with its period and when we came to know it';
comment on column fact.municipality_code is '全国地方公共団体コード';
comment on column fact.fact_id is 'id of the fact';
comment on column fact.case_id is 'case';
comment on column fact.participant_id is 'person whom the fact is about';
comment on column fact.kind is 'kind of fact';
comment on column fact.source is 'who says so';
comment on column fact.question_id is 'question whose answer it is';
comment on column fact.content_cipher is 'the value, AES-GCM: it may hold an account number or an address';
comment on column fact.content_key_id is 'key of content_cipher';
comment on column fact.valid_from is 'first day of the period it is about';
comment on column fact.valid_until is 'first day after that period; absent while it runs';
comment on column fact.recorded_at is 'when we came to know it';
comment on column fact.supersedes is 'fact that this one replaces';
create index fact_case_ix on fact (municipality_code, case_id);
select secure_tenant_table('fact');
select keep_append_only('fact');
grant select, insert on fact to ${app_role};

create table fact_confirmation (
  municipality_code char(6)     not null,
  fact_id           uuid        not null,
  confirmed_by      text        not null,
  confirmed_at      timestamptz not null,
  note              text,
  constraint fact_confirmation_pk primary key (municipality_code, fact_id),
  constraint fact_confirmation_fact_fk foreign key (municipality_code, fact_id) references fact
);
comment on table fact_confirmation is '職員の確認: a fact is used only after an officer confirmed it';
comment on column fact_confirmation.municipality_code is '全国地方公共団体コード';
comment on column fact_confirmation.fact_id is 'fact';
comment on column fact_confirmation.confirmed_by is 'officer';
comment on column fact_confirmation.confirmed_at is 'when';
comment on column fact_confirmation.note is 'note of the officer';
select secure_tenant_table('fact_confirmation');
select keep_append_only('fact_confirmation');
grant select, insert on fact_confirmation to ${app_role};

create table action_point (
  municipality_code char(6)     not null,
  action_point_id   uuid        not null default uuidv7(),
  case_id           uuid        not null,
  code              text        not null,
  blocks            text        not null,
  message           text        not null,
  opened_at         timestamptz not null,
  closed_at         timestamptz,
  closed_by         text,
  constraint action_point_pk primary key (municipality_code, action_point_id),
  constraint action_point_case_fk foreign key (municipality_code, case_id) references benefit_case,
  constraint action_point_blocks_known check (blocks in ('DECISION', 'PAYMENT')),
  constraint action_point_closed_by_someone check ((closed_at is null) = (closed_by is null)),
  constraint action_point_code_known check (code in ('IDENTITY_UNMATCHED', 'DUPLICATE_APPLICATION', 'COMPETING_CLAIM', 'SEPARATED_PARENTS',
    'INCOME_UNDECLARED', 'INCOME_NOT_AVAILABLE', 'CHILD_NOT_FOUND', 'RESIDENCE_DIFFERS', 'ACCOUNT_NOT_REGISTERED', 'ACCOUNT_HOLDER_DIFFERS',
    'ACCOUNT_NOT_AVAILABLE', 'ACCOUNT_INVALID', 'RULE_REFERS'))
);
comment on table action_point is '職員対応: why a person must act, and what cannot go on before';
comment on column action_point.municipality_code is '全国地方公共団体コード';
comment on column action_point.action_point_id is 'id';
comment on column action_point.case_id is 'case';
comment on column action_point.code is 'why';
comment on column action_point.blocks is 'decision or payment';
comment on column action_point.message is 'what to do, in Japanese, without personal data';
comment on column action_point.opened_at is 'when it was opened';
comment on column action_point.closed_at is 'when it was done';
comment on column action_point.closed_by is 'who did it';
create unique index action_point_open_uq on action_point (municipality_code, case_id, code) where closed_at is null;
select secure_tenant_table('action_point');
grant select, insert, update on action_point to ${app_role};
