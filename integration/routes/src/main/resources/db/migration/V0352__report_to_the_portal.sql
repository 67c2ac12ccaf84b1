-- 処理状況の登録: what the portal is to show of an application, in order. Also written where nothing is sent, for whoever types it in.
create table ${schema}.portal_report (
  municipality_code char(6)     not null,
  report_id         uuid        not null,
  application_id    uuid        not null,
  position          integer     not null,
  status            text        not null,
  message           text,
  made_at           timestamptz not null,
  state             text        not null,
  settled_at        timestamptz,
  trouble           text,
  attempts          integer     not null default 0,
  next_attempt_at   timestamptz,
  lease_until       timestamptz,
  constraint portal_report_pk primary key (municipality_code, report_id),
  constraint portal_report_position_uq unique (municipality_code, application_id, position),
  constraint portal_report_application_fk foreign key (municipality_code, application_id)
    references ${schema}.portal_application (municipality_code, application_id),
  constraint portal_report_position_ck check (position >= 1),
  constraint portal_report_status_ck check (status in ('ACCEPTED', 'IN_REVIEW', 'RETURNED', 'COMPLETED', 'REJECTED')),
  constraint portal_report_state_ck check (state in ('WAITING', 'SENT', 'TO_TYPE_IN', 'OVERTAKEN', 'REFUSED')),
  constraint portal_report_message_ck check (char_length(message) <= 1000),
  constraint portal_report_attempts_ck check (attempts >= 0),
  constraint portal_report_due_ck check ((state = 'WAITING') = (next_attempt_at is not null))
);
create index portal_report_due_ix on ${schema}.portal_report (next_attempt_at) where next_attempt_at is not null;

comment on table ${schema}.portal_report is '処理状況 for the portal, one row per change, sent in order';
comment on column ${schema}.portal_report.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.portal_report.report_id is 'id of the report; the request id with which it is sent';
comment on column ${schema}.portal_report.application_id is 'the application of the portal';
comment on column ${schema}.portal_report.position is 'place among the reports of the application, from 1';
comment on column ${schema}.portal_report.status is '受付 ACCEPTED, 審査中 IN_REVIEW, 要補正 RETURNED, 処理完了 COMPLETED, 却下 REJECTED';
comment on column ${schema}.portal_report.message is 'what the applicant reads';
comment on column ${schema}.portal_report.made_at is 'instant at which the status came about';
comment on column ${schema}.portal_report.state is 'WAITING, SENT, TO_TYPE_IN sending is switched off, OVERTAKEN the portal stands further, REFUSED by the portal';
comment on column ${schema}.portal_report.settled_at is 'instant at which nothing more was to be done with it';
comment on column ${schema}.portal_report.trouble is 'kind of the trouble of the last attempt; absent: none';
comment on column ${schema}.portal_report.attempts is 'attempts whose outcome is not known or that failed';
comment on column ${schema}.portal_report.next_attempt_at is 'earliest next attempt; absent: nothing to send';
comment on column ${schema}.portal_report.lease_until is 'a process sends it until then';

alter table ${schema}.portal_report enable row level security;
alter table ${schema}.portal_report force row level security;
create policy portal_report_tenant on ${schema}.portal_report
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);
create policy portal_report_dispatch on ${schema}.portal_report to ${dispatch_role} using (true) with check (true);
grant select, insert on ${schema}.portal_report to ${app_role};
grant update (state, settled_at, trouble, attempts, next_attempt_at, lease_until) on ${schema}.portal_report to ${app_role};
grant select (municipality_code, report_id, application_id, position, next_attempt_at, lease_until, attempts), update (lease_until)
  on ${schema}.portal_report to ${dispatch_role};
