create table proposal (
  municipality_code char(6)     not null,
  proposal_id       uuid        not null,
  case_id           uuid        not null,
  outcome           text        not null,
  first_month       date,
  rule_version      text        not null,
  input             jsonb       not null,
  trace             jsonb       not null,
  result            jsonb       not null,
  proposed_by       text        not null,
  proposed_at       timestamptz not null,
  note              text,
  constraint proposal_pk primary key (municipality_code, proposal_id),
  constraint proposal_case_fk foreign key (municipality_code, case_id) references benefit_case,
  constraint proposal_outcome_known check (outcome in ('GRANTED', 'REFUSED')),
  constraint proposal_first_month_is_first_day check (extract(day from first_month) = 1)
);
comment on table proposal is '起案: what the rules give on the confirmed facts, as proposed';
comment on column proposal.municipality_code is '全国地方公共団体コード';
comment on column proposal.proposal_id is 'id';
comment on column proposal.case_id is 'case';
comment on column proposal.outcome is '認定 or 却下';
comment on column proposal.first_month is '支給開始月, its first day';
comment on column proposal.rule_version is 'version of the rules that were applied';
comment on column proposal.input is 'facts that the rules saw';
comment on column proposal.trace is 'how the rules came to the result';
comment on column proposal.result is 'reasons, months and payments';
comment on column proposal.proposed_by is '起案者';
comment on column proposal.proposed_at is 'when';
comment on column proposal.note is 'note of the officer';
create index proposal_case_ix on proposal (municipality_code, case_id);
select secure_tenant_table('proposal');
select keep_append_only('proposal');
grant select, insert on proposal to ${app_role};

create table proposal_verdict (
  municipality_code char(6)     not null,
  proposal_id       uuid        not null,
  verdict           text        not null,
  given_by          text        not null,
  given_at          timestamptz not null,
  reason            text,
  constraint proposal_verdict_pk primary key (municipality_code, proposal_id),
  constraint proposal_verdict_proposal_fk foreign key (municipality_code, proposal_id) references proposal,
  constraint proposal_verdict_known check (verdict in ('APPROVE', 'RETURN')),
  constraint proposal_verdict_return_has_reason check (verdict <> 'RETURN' or length(reason) > 0)
);
comment on table proposal_verdict is '決裁: approved or returned, once per proposal';
comment on column proposal_verdict.municipality_code is '全国地方公共団体コード';
comment on column proposal_verdict.proposal_id is 'proposal';
comment on column proposal_verdict.verdict is '決裁 or 差戻し';
comment on column proposal_verdict.given_by is '決裁者';
comment on column proposal_verdict.given_at is 'when';
comment on column proposal_verdict.reason is '差戻しの理由';
select secure_tenant_table('proposal_verdict');
select keep_append_only('proposal_verdict');
grant select, insert on proposal_verdict to ${app_role};

create table decision (
  municipality_code    char(6)     not null,
  decision_id          uuid        not null,
  decision_number      text        not null,
  case_id              uuid        not null,
  proposal_id          uuid        not null,
  programme            text        not null,
  recipient_atenabango text        not null,
  outcome              text        not null,
  first_month          date,
  decided_on           date        not null,
  proposed_by          text        not null,
  approved_by          text        not null,
  rule_version         text        not null,
  input                jsonb       not null,
  trace                jsonb       not null,
  result               jsonb       not null,
  recorded_at          timestamptz not null,
  supersedes           uuid,
  constraint decision_pk primary key (municipality_code, decision_id),
  constraint decision_number_uq unique (municipality_code, decision_number),
  constraint decision_proposal_uq unique (municipality_code, proposal_id),
  constraint decision_case_fk foreign key (municipality_code, case_id) references benefit_case,
  constraint decision_proposal_fk foreign key (municipality_code, proposal_id) references proposal,
  constraint decision_recipient_fk foreign key (municipality_code, recipient_atenabango) references person,
  constraint decision_supersedes_fk foreign key (municipality_code, supersedes) references decision,
  constraint decision_superseded_once_uq unique nulls distinct (municipality_code, supersedes),
  constraint decision_two_people check (proposed_by <> approved_by),
  constraint decision_outcome_known check (outcome in ('GRANTED', 'REFUSED')),
  constraint decision_first_month_is_first_day check (extract(day from first_month) = 1),
  constraint decision_granted_from_a_month check (outcome <> 'GRANTED' or first_month is not null)
);
comment on table decision is '処分: immutable; a correction is a new decision that supersedes';
comment on column decision.municipality_code is '全国地方公共団体コード';
comment on column decision.decision_id is 'id';
comment on column decision.decision_number is '文書番号の系列による決定番号';
comment on column decision.case_id is 'case';
comment on column decision.proposal_id is 'proposal that was approved';
comment on column decision.programme is '事業';
comment on column decision.recipient_atenabango is '受給者の宛名番号';
comment on column decision.outcome is '認定 or 却下';
comment on column decision.first_month is '支給開始月, its first day';
comment on column decision.decided_on is '決定日';
comment on column decision.proposed_by is '起案者';
comment on column decision.approved_by is '決裁者';
comment on column decision.rule_version is 'version of the rules that were applied';
comment on column decision.input is 'facts that the rules saw';
comment on column decision.trace is 'how the rules came to the result';
comment on column decision.result is 'reasons, months and payments as decided';
comment on column decision.recorded_at is 'when we came to know it';
comment on column decision.supersedes is 'decision that this one replaces';
-- A case has one first decision; every later one replaces a decision.
create unique index decision_first_of_case_uq on decision (municipality_code, case_id) where supersedes is null;
select secure_tenant_table('decision');
select keep_append_only('decision');
grant select, insert on decision to ${app_role};

create table decision_month (
  municipality_code char(6)  not null,
  decision_id       uuid     not null,
  month             date     not null,
  child_atenabango  text     not null,
  programme         text     not null,
  outcome           text     not null,
  yen               bigint   not null,
  rank              integer,
  constraint decision_month_pk primary key (municipality_code, decision_id, month, child_atenabango),
  constraint decision_month_decision_fk foreign key (municipality_code, decision_id) references decision,
  constraint decision_month_child_fk foreign key (municipality_code, child_atenabango) references person,
  constraint decision_month_is_first_day check (extract(day from month) = 1),
  constraint decision_month_yen_not_negative check (yen >= 0),
  constraint decision_month_paid_only_when_granted check (yen = 0 or outcome = 'GRANTED')
);
comment on table decision_month is '決定額: what was decided for each child and month';
comment on column decision_month.municipality_code is '全国地方公共団体コード';
comment on column decision_month.decision_id is 'decision';
comment on column decision_month.month is '月分, its first day';
comment on column decision_month.child_atenabango is '児童の宛名番号';
comment on column decision_month.programme is '事業';
comment on column decision_month.outcome is 'outcome for this child and month';
comment on column decision_month.yen is '決定額 (円)';
comment on column decision_month.rank is '第何子';
create index decision_month_child_ix on decision_month (municipality_code, programme, child_atenabango, month);
select secure_tenant_table('decision_month');
select keep_append_only('decision_month');
grant select, insert on decision_month to ${app_role};

create view decided_month_current with (security_invoker = true) as
select m.municipality_code, m.programme, m.child_atenabango, m.month, d.decision_id, d.case_id, d.recipient_atenabango, m.outcome, m.yen, m.rank
from decision_month m
join decision d on d.municipality_code = m.municipality_code and d.decision_id = m.decision_id
where not exists (
  select 1 from decision later where later.municipality_code = d.municipality_code and later.supersedes = d.decision_id);
comment on view decided_month_current is 'what is decided now for each programme, child and month: the months of the decisions that nothing superseded';
grant select on decided_month_current to ${app_role};
