create table benefit_case (
  municipality_code    char(6)     not null,
  case_id              uuid        not null,
  case_number          text        not null,
  programme            text        not null,
  state                text        not null,
  version              bigint      not null,
  package_id           uuid        not null,
  uketsuke_bango       text        not null,
  package_sha256       text        not null,
  arrived_at           timestamptz not null,
  received_on          date        not null,
  jpki_serial          text        not null,
  signature_verified   boolean     not null,
  application_cipher   bytea       not null,
  application_key_id   text        not null,
  public_servant       boolean     not null,
  attachment_names     jsonb       not null,
  applicant_atenabango text    ,
  withheld             boolean     not null,
  opened_at            timestamptz not null,
  constraint benefit_case_pk primary key (municipality_code, case_id),
  constraint benefit_case_number_uq unique (municipality_code, case_number),
  constraint benefit_case_package_uq unique (municipality_code, package_id),
  constraint benefit_case_applicant_fk foreign key (municipality_code, applicant_atenabango) references person,
  constraint benefit_case_programme_known check (programme in ('CHILD_ALLOWANCE')),
  constraint benefit_case_state_known check (state in ('INQUIRING', 'TO_CONFIRM', 'NEEDS_PERSON', 'TO_PROPOSE', 'PROPOSED', 'DECIDED'))
);
comment on table benefit_case is '案件: the handling of one application';
comment on column benefit_case.municipality_code is '全国地方公共団体コード';
comment on column benefit_case.case_id is 'id of the case, in order of receipt';
comment on column benefit_case.case_number is '案件番号';
comment on column benefit_case.programme is '事業';
comment on column benefit_case.state is '状態, derived from questions, facts, action points and decision';
comment on column benefit_case.version is 'number of the ETag, raised by each change';
comment on column benefit_case.package_id is 'id of the kept original at integration';
comment on column benefit_case.uketsuke_bango is '受付番号';
comment on column benefit_case.package_sha256 is 'hash of the kept original';
comment on column benefit_case.arrived_at is '到達日時';
comment on column benefit_case.received_on is '請求日: day of arrival in Japan';
comment on column benefit_case.jpki_serial is 'serial of the certificate that signed the application';
comment on column benefit_case.signature_verified is 'whether the signature was verified';
comment on column benefit_case.application_cipher is '申請内容 as received, AES-GCM: it holds an account number';
comment on column benefit_case.application_key_id is 'key of application_cipher';
comment on column benefit_case.public_servant is '公務員 by the application: turned to the 所属庁 (第17条), competes with nobody';
comment on column benefit_case.attachment_names is 'names of the attached files';
comment on column benefit_case.applicant_atenabango is '請求者の宛名番号; absent while not matched';
comment on column benefit_case.withheld is '支援措置: address and account are hidden, nothing is asked outside';
comment on column benefit_case.opened_at is 'when the case was opened';
create index benefit_case_applicant_ix on benefit_case (municipality_code, applicant_atenabango, programme, received_on);
create index benefit_case_state_ix on benefit_case (municipality_code, state, case_id);
create index benefit_case_uketsuke_ix on benefit_case (municipality_code, uketsuke_bango);
select secure_tenant_table('benefit_case');
grant select, insert, update on benefit_case to ${app_role};

create table case_participant (
  municipality_code char(6) not null,
  participant_id    uuid    not null,
  case_id           uuid    not null,
  role              text    not null,
  position          integer not null,
  name              text    not null,
  name_key          text    not null,
  kana              text,
  birth_date        date    not null,
  lives_together    boolean,
  declared_on       date,
  atenabango        text    ,
  constraint case_participant_pk primary key (municipality_code, participant_id),
  constraint case_participant_case_fk foreign key (municipality_code, case_id) references benefit_case,
  constraint case_participant_person_fk foreign key (municipality_code, atenabango) references person,
  constraint case_participant_place_uq unique (municipality_code, case_id, role, position),
  constraint case_participant_role_known check (role in ('APPLICANT', 'SPOUSE', 'CHILD', 'COUNTED_SIBLING'))
);
comment on table case_participant is '案件の関係者: as named in the application, matched against the register where possible';
comment on column case_participant.municipality_code is '全国地方公共団体コード';
comment on column case_participant.participant_id is 'id within the case';
comment on column case_participant.case_id is 'case';
comment on column case_participant.role is '請求者, 配偶者, 児童, 第三子以降算定額算定対象者';
comment on column case_participant.position is 'order in the application, from 0';
comment on column case_participant.name is '氏名 as applied';
comment on column case_participant.name_key is '氏名 normalised for comparison';
comment on column case_participant.kana is '氏名フリガナ as applied';
comment on column case_participant.birth_date is '生年月日 as applied';
comment on column case_participant.lives_together is '同居 as applied';
comment on column case_participant.declared_on is '確認書の申立日';
comment on column case_participant.atenabango is '宛名番号; absent while not matched';
create index case_participant_case_ix on case_participant (municipality_code, case_id);
create index case_participant_person_ix on case_participant (municipality_code, atenabango) where atenabango is not null;
create index case_participant_name_ix on case_participant (municipality_code, name_key, birth_date);
select secure_tenant_table('case_participant');
grant select, insert, update on case_participant to ${app_role};

create table question (
  municipality_code     char(6)     not null,
  question_id           uuid        not null,
  case_id               uuid        not null,
  participant_id        uuid        not null,
  kind                  text        not null,
  channel               text        not null,
  provider_municipality char(6),
  tax_year              integer,
  asked_at              timestamptz not null,
  constraint question_pk primary key (municipality_code, question_id),
  constraint question_case_fk foreign key (municipality_code, case_id) references benefit_case,
  constraint question_participant_fk foreign key (municipality_code, participant_id) references case_participant,
  constraint question_kind_known check (kind in ('IDENTITY', 'TAX', 'ACCOUNT')),
  constraint question_channel_known check (channel in ('OWN_REGISTER', 'OWN_TAX_FEED', 'JUKI', 'CHUKAN'))
);
comment on table question is '照会: what this case needs to know, about whom and from whom';
comment on column question.municipality_code is '全国地方公共団体コード';
comment on column question.question_id is 'id; also the inquiry id of the channel';
comment on column question.case_id is 'case';
comment on column question.participant_id is 'person who is asked about';
comment on column question.kind is '本人確認情報, 地方税関係情報, 公金受取口座情報';
comment on column question.channel is 'own register, own tax feed, 住基ネット or 中間サーバー';
comment on column question.provider_municipality is '1月1日住所地 that is asked; tax only';
comment on column question.tax_year is '課税年度; tax only';
comment on column question.asked_at is 'when it was asked';
create index question_case_ix on question (municipality_code, case_id);
select secure_tenant_table('question');
select keep_append_only('question');
grant select, insert on question to ${app_role};

create table answer (
  municipality_code char(6)     not null,
  answer_id         uuid        not null default uuidv7(),
  question_id       uuid        not null,
  answer            text        not null,
  receipt_number    text,
  provider          text,
  content_cipher    bytea       not null,
  content_key_id    text        not null,
  answered_at       timestamptz not null,
  recorded_at       timestamptz not null,
  constraint answer_pk primary key (municipality_code, answer_id),
  constraint answer_question_fk foreign key (municipality_code, question_id) references question,
  constraint answer_once_uq unique (municipality_code, question_id),
  constraint answer_kind_known check (answer in ('PROVIDED', 'NOT_APPLICABLE', 'UNDECLARED', 'NO_COPY', 'PERSON_UNKNOWN', 'AMBIGUOUS',
    'REFUSED', 'NOT_PERMITTED', 'LAYOUT_MISMATCH', 'ANOTHER_PERSON', 'EXPIRED', 'UNAVAILABLE'))
);
comment on table answer is '回答: each answer as received, once per question';
comment on column answer.municipality_code is '全国地方公共団体コード';
comment on column answer.answer_id is 'id of the answer';
comment on column answer.question_id is 'question that it answers';
comment on column answer.answer is 'kind of answer; NO_COPY is not NOT_APPLICABLE';
comment on column answer.receipt_number is '受付番号 of the peer';
comment on column answer.provider is '提供者機関コード, JUKI or the own source';
comment on column answer.content_cipher is 'content as received, AES-GCM';
comment on column answer.content_key_id is 'key of content_cipher';
comment on column answer.answered_at is 'when the peer answered';
comment on column answer.recorded_at is 'when we came to know it';
select secure_tenant_table('answer');
select keep_append_only('answer');
grant select, insert on answer to ${app_role};

create table answer_aside (
  municipality_code char(6)     not null,
  aside_id          uuid        not null default uuidv7(),
  message_id        uuid        not null,
  inquiry_id        uuid        not null,
  reason            text        not null,
  content_cipher    bytea       not null,
  content_key_id    text        not null,
  recorded_at       timestamptz not null,
  constraint answer_aside_pk primary key (municipality_code, aside_id),
  constraint answer_aside_reason_known check (reason in ('UNKNOWN_INQUIRY', 'ALREADY_ANSWERED', 'CASE_CLOSED'))
);
comment on table answer_aside is '適用しなかった回答: kept, never used';
comment on column answer_aside.municipality_code is '全国地方公共団体コード';
comment on column answer_aside.aside_id is 'id of the row';
comment on column answer_aside.message_id is 'envelope that brought it';
comment on column answer_aside.inquiry_id is 'inquiry that it names';
comment on column answer_aside.reason is 'why it was not applied';
comment on column answer_aside.content_cipher is 'content as received, AES-GCM';
comment on column answer_aside.content_key_id is 'key of content_cipher';
comment on column answer_aside.recorded_at is 'when it came';
select secure_tenant_table('answer_aside');
select keep_append_only('answer_aside');
grant select, insert on answer_aside to ${app_role};
