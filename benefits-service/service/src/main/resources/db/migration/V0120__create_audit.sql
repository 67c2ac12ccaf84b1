create table audit_record (
  municipality_code char(6)     not null,
  record_id         uuid        not null default uuidv7(),
  recorded_at       timestamptz not null,
  subject           text        not null,
  operation         text        not null,
  case_id           uuid,
  detail            text,
  correlation_id    text,
  constraint audit_record_pk primary key (municipality_code, record_id)
);
comment on table audit_record is '監査記録: every view of a person''s case and every act on it';
comment on column audit_record.municipality_code is '全国地方公共団体コード';
comment on column audit_record.record_id is 'id of the record, in order of time';
comment on column audit_record.recorded_at is 'when it happened';
comment on column audit_record.subject is 'user id or client id that acted; SYSTEM-AUTO for the system itself';
comment on column audit_record.operation is 'operation of the API, or event';
comment on column audit_record.case_id is 'case concerned';
comment on column audit_record.detail is 'what was done, without personal data';
comment on column audit_record.correlation_id is 'correlation id of the request';
create index audit_record_case_ix on audit_record (municipality_code, case_id, record_id);
select secure_tenant_table('audit_record');
select keep_append_only('audit_record');
grant select, insert on audit_record to ${app_role};
