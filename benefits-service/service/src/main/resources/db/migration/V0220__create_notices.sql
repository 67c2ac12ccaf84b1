create table notice (
  municipality_code char(6)     not null,
  notice_id         uuid        not null,
  case_id           uuid        not null,
  decision_id       uuid        not null,
  kind              text        not null,
  document_number   text        not null,
  dated             date        not null,
  content           bytea       not null,
  sha256            text        not null,
  degraded          jsonb       not null,
  made_at           timestamptz not null,
  constraint notice_pk primary key (municipality_code, notice_id),
  constraint notice_decision_uq unique (municipality_code, decision_id),
  constraint notice_number_uq unique (municipality_code, document_number),
  constraint notice_case_fk foreign key (municipality_code, case_id) references benefit_case,
  constraint notice_decision_fk foreign key (municipality_code, decision_id) references decision,
  constraint notice_kind_known check (kind in ('CERTIFICATION', 'REFUSAL')),
  constraint notice_sha256_hex check (sha256 ~ '^[0-9a-f]{64}$' and sha256 = encode(sha256(content), 'hex'))
);
comment on table notice is '通知書 as issued; made with the decision, never made again';
comment on column notice.municipality_code is '全国地方公共団体コード';
comment on column notice.notice_id is 'id';
comment on column notice.case_id is 'case';
comment on column notice.decision_id is 'decision that it tells';
comment on column notice.kind is '認定通知書 or 認定請求却下通知書';
comment on column notice.document_number is '文書番号';
comment on column notice.dated is '日付 of the letter: the day of the decision, not of the print';
comment on column notice.content is 'the PDF';
comment on column notice.sha256 is 'hash of the PDF';
comment on column notice.degraded is '縮退: what the letter could not show as written (variation selectors, letters without a glyph), by field';
comment on column notice.made_at is 'when it was made';
create index notice_case_ix on notice (municipality_code, case_id, made_at);
select secure_tenant_table('notice');
select keep_append_only('notice');
grant select, insert on notice to ${app_role};
