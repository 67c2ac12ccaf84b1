-- A case asks again by itself, tells late answers, takes back what it does not need any more, and may be withdrawn.
alter table question
  add column round integer not null default 1,
  add column asked_by text not null default 'SYSTEM-AUTO',
  add constraint question_round_positive check (round > 0),
  drop constraint question_channel_known,
  add constraint question_channel_known check (channel in ('OWN_REGISTER', 'OWN_TAX_FEED', 'JUKI', 'CHUKAN', 'BANK'));
comment on column question.round is 'how often the case asked the same about the same person in a row: 1, then 2次照会 and on';
comment on column question.asked_by is 'officer who asked, or SYSTEM-AUTO';
comment on column question.channel is 'own register, own tax feed, 住基ネット, 中間サーバー or the bank';
comment on column question.provider_municipality is 'municipality that is asked, where the provider is one';

create table question_cancellation (
  municipality_code char(6)     not null,
  question_id       uuid        not null,
  reason            text        not null,
  cancelled_at      timestamptz not null,
  constraint question_cancellation_pk primary key (municipality_code, question_id),
  constraint question_cancellation_question_fk foreign key (municipality_code, question_id) references question,
  constraint question_cancellation_reason_known check (reason in ('WITHDRAWN', 'CASE_CLOSED', 'NOT_NEEDED'))
);
comment on table question_cancellation is '照会の取りやめ: what still arrives for the question is kept aside';
comment on column question_cancellation.municipality_code is '全国地方公共団体コード';
comment on column question_cancellation.question_id is 'question that is taken back';
comment on column question_cancellation.reason is '取下げ, 処分済み or 不要になった';
comment on column question_cancellation.cancelled_at is 'when';
select secure_tenant_table('question_cancellation');
select keep_append_only('question_cancellation');
grant select, insert on question_cancellation to ${app_role};

create table question_follow_up (
  municipality_code char(6)     not null,
  follow_up_id      uuid        not null default uuidv7(),
  question_id       uuid        not null,
  step              text        not null,
  next_attempt_at   timestamptz,
  lease_until       timestamptz,
  attempts          integer     not null default 0,
  constraint question_follow_up_pk primary key (municipality_code, follow_up_id),
  constraint question_follow_up_question_fk foreign key (municipality_code, question_id) references question,
  constraint question_follow_up_once_uq unique (municipality_code, question_id, step),
  constraint question_follow_up_step_known check (step in ('LATE', 'AGAIN'))
);
comment on table question_follow_up is '照会の後続: what the case does by itself about a question on a later day';
comment on column question_follow_up.municipality_code is '全国地方公共団体コード';
comment on column question_follow_up.follow_up_id is 'id of the row';
comment on column question_follow_up.question_id is 'question';
comment on column question_follow_up.step is 'LATE: look whether it is answered; AGAIN: ask once more (2次照会)';
comment on column question_follow_up.next_attempt_at is 'when; absent: done';
comment on column question_follow_up.lease_until is 'a process works on the row until then';
comment on column question_follow_up.attempts is 'tries that failed';
create index question_follow_up_due_ix on question_follow_up (next_attempt_at) where next_attempt_at is not null;
select secure_tenant_table('question_follow_up');
create policy question_follow_up_dispatch on question_follow_up to ${dispatch_role} using (true) with check (true);
grant select, insert on question_follow_up to ${app_role};
grant update (next_attempt_at, lease_until, attempts) on question_follow_up to ${app_role};
grant select (municipality_code, follow_up_id, next_attempt_at, lease_until, attempts), update (lease_until) on question_follow_up to ${dispatch_role};

alter table action_point
  add column by_answers boolean not null default false,
  drop constraint action_point_blocks_known,
  add constraint action_point_blocks_known check (blocks in ('DECISION', 'PAYMENT', 'NOTHING')),
  drop constraint action_point_code_known,
  add constraint action_point_code_known check (code in ('IDENTITY_UNMATCHED', 'DUPLICATE_APPLICATION', 'COMPETING_CLAIM', 'SEPARATED_PARENTS',
    'OTHER_PARENT_NOT_NAMED', 'INCOME_UNDECLARED', 'INCOME_NOT_AVAILABLE', 'CHILD_NOT_FOUND', 'RESIDENCE_DIFFERS', 'ACCOUNT_NOT_REGISTERED',
    'ACCOUNT_HOLDER_DIFFERS', 'ACCOUNT_NOT_AVAILABLE', 'ACCOUNT_INVALID', 'ACCOUNT_UNCHECKED', 'GROUND_NOT_CONFIRMED', 'PENSION_NOT_AVAILABLE',
    'PENSION_NOT_DECLARED', 'SUPPORTER_NOT_NAMED', 'HOUSEHOLD_NOT_CONFIRMED', 'EMPLOYEE_CLASS_NOT_KNOWN', 'FORMER_ALLOWANCE_OVERLAPS',
    'FORMER_ALLOWANCE_NOT_KNOWN', 'DISABILITY_NOT_CONFIRMED', 'PUBLIC_ASSISTANCE_NOT_KNOWN', 'ANSWER_LATE', 'RULE_REFERS'));
comment on column action_point.by_answers is 'true where nothing but answers opened it, so that better answers close it';
comment on column action_point.blocks is 'decision, payment or nothing: a task beside the way';

create table action_point_cause (
  municipality_code char(6) not null,
  action_point_id   uuid    not null,
  question_id       uuid    not null,
  constraint action_point_cause_pk primary key (municipality_code, action_point_id, question_id),
  constraint action_point_cause_point_fk foreign key (municipality_code, action_point_id) references action_point,
  constraint action_point_cause_question_fk foreign key (municipality_code, question_id) references question
);
comment on table action_point_cause is 'questions whose answers opened an action point';
comment on column action_point_cause.municipality_code is '全国地方公共団体コード';
comment on column action_point_cause.action_point_id is 'action point';
comment on column action_point_cause.question_id is 'question whose answer, or whose silence, opened it';
select secure_tenant_table('action_point_cause');
select keep_append_only('action_point_cause');
grant select, insert on action_point_cause to ${app_role};

alter table fact
  drop constraint fact_kind_known,
  add constraint fact_kind_known check (kind in ('RESIDENCE', 'CHILD_RESIDENCE', 'INCOME', 'ACCOUNT', 'PUBLIC_SERVANT', 'CARE', 'COUNTED_SIBLING',
    'SPOUSE', 'QUALIFYING_EVENT', 'PENSION', 'CHILD_SUPPORT', 'SUPPORTER', 'RESIDENT_RECORD', 'EMPLOYEE_CLASS', 'FORMER_ALLOWANCE',
    'DISABILITY_CERTIFICATE', 'SPECIAL_CHILD_REARING_ALLOWANCE', 'PUBLIC_ASSISTANCE', 'ACCOUNT_CHECK')),
  drop constraint fact_source_known,
  add constraint fact_source_known check (source in ('APPLICANT', 'OWN_REGISTER', 'OWN_TAX_FEED', 'JUKI', 'CHUKAN', 'BANK'));

alter table benefit_case
  drop constraint benefit_case_state_known,
  add constraint benefit_case_state_known check (state in ('INQUIRING', 'TO_CONFIRM', 'NEEDS_PERSON', 'TO_PROPOSE', 'PROPOSED', 'DECIDED',
    'WITHDRAWN'));

create table case_withdrawal (
  municipality_code char(6)     not null,
  case_id           uuid        not null,
  reason            text        not null,
  recorded_by       text        not null,
  recorded_at       timestamptz not null,
  constraint case_withdrawal_pk primary key (municipality_code, case_id),
  constraint case_withdrawal_case_fk foreign key (municipality_code, case_id) references benefit_case
);
comment on table case_withdrawal is '取下げ: the applicant took the claim back before it was decided';
comment on column case_withdrawal.municipality_code is '全国地方公共団体コード';
comment on column case_withdrawal.case_id is 'case';
comment on column case_withdrawal.reason is 'why, as the officer wrote it';
comment on column case_withdrawal.recorded_by is 'officer';
comment on column case_withdrawal.recorded_at is 'when';
select secure_tenant_table('case_withdrawal');
select keep_append_only('case_withdrawal');
grant select, insert on case_withdrawal to ${app_role};

create table paper_request (
  municipality_code char(6)     not null,
  paper_request_id  uuid        not null default uuidv7(),
  case_id           uuid        not null,
  participant_id    uuid        not null,
  kind              text        not null,
  reason            text        not null,
  requested_by      text        not null,
  requested_at      timestamptz not null,
  constraint paper_request_pk primary key (municipality_code, paper_request_id),
  constraint paper_request_case_fk foreign key (municipality_code, case_id) references benefit_case,
  constraint paper_request_participant_fk foreign key (municipality_code, participant_id) references case_participant,
  constraint paper_request_kind_known check (kind in ('RESIDENT_RECORD', 'TAX_CERTIFICATE', 'PASSBOOK_COPY', 'FAMILY_REGISTER',
    'PENSION_CERTIFICATE'))
);
comment on table paper_request is '添付書類の提出の求め: a paper that no answer replaced was demanded of the applicant';
comment on column paper_request.municipality_code is '全国地方公共団体コード';
comment on column paper_request.paper_request_id is 'id of the demand';
comment on column paper_request.case_id is 'case';
comment on column paper_request.participant_id is 'person whom the paper is about';
comment on column paper_request.kind is '住民票の写し, 課税証明書, 通帳の写し, 戸籍謄本 or 年金証書等の写し';
comment on column paper_request.reason is 'why the paper is needed, as the officer wrote it';
comment on column paper_request.requested_by is 'officer';
comment on column paper_request.requested_at is 'when';
create index paper_request_case_ix on paper_request (municipality_code, case_id);
select secure_tenant_table('paper_request');
select keep_append_only('paper_request');
grant select, insert on paper_request to ${app_role};

create table evidence_need (
  municipality_code char(6) not null,
  case_id           uuid    not null,
  kind              text    not null,
  constraint evidence_need_pk primary key (municipality_code, case_id, kind),
  constraint evidence_need_case_fk foreign key (municipality_code, case_id) references benefit_case
);
comment on table evidence_need is '照会し得た案件: what a body outside could have answered for the case, also where it was not asked';
comment on column evidence_need.municipality_code is '全国地方公共団体コード';
comment on column evidence_need.case_id is 'case';
comment on column evidence_need.kind is 'InformationKind of specs/linkage';
select secure_tenant_table('evidence_need');
select keep_append_only('evidence_need');
grant select, insert on evidence_need to ${app_role};

alter table answer_aside
  drop constraint answer_aside_reason_known,
  add constraint answer_aside_reason_known check (reason in ('UNKNOWN_INQUIRY', 'ALREADY_ANSWERED', 'CASE_CLOSED', 'CANCELLED', 'OTHER_KIND',
    'OTHER_CASE'));
