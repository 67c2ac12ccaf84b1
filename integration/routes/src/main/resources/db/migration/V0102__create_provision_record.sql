-- 情報提供等記録 (番号法第23条), the asking side. Rows enter unsealed; a sealer chains them per municipality and day.
create table ${schema}.provision_record (
  municipality_code char(6)     not null,
  record_id         uuid        not null,
  inquiry_id        uuid        not null,
  role              char(1)     not null,
  network           text        not null,
  shori_tsuban      text,
  receipt_no        text,
  asker_kikan_cd    char(16)    not null,
  provider_kikan_cd varchar(16) not null,
  jimu_cd           char(16),
  jimutetsuzuki_cd  char(16),
  tm_cd             char(16),
  juki_purpose      text,
  legal_basis       text        not null,
  case_number       text        not null,
  officer           varchar(20) not null,
  atenabango        varchar(15),
  withheld          boolean     not null,
  result_kind       text        not null,
  occurred_at       timestamptz not null,
  chain_day         date,
  chain_position    bigint,
  prev_hash         bytea,
  hash              bytea,
  constraint provision_record_pk primary key (municipality_code, record_id),
  constraint provision_record_inquiry_uq unique (municipality_code, inquiry_id),
  constraint provision_record_inquiry_fk foreign key (municipality_code, inquiry_id) references ${schema}.inquiry (municipality_code, inquiry_id),
  constraint provision_record_role_ck check (role in ('1', '2')),
  constraint provision_record_network_ck check (network in ('NWS', 'JUKI')),
  constraint provision_record_chain_ck check (num_nonnulls(chain_day, chain_position, hash) in (0, 3))
);
create index provision_record_occurred_ix on ${schema}.provision_record (municipality_code, occurred_at);

comment on table ${schema}.provision_record is '情報提供等記録: who asked whom for what about whom; append-only, kept 7 years';
comment on column ${schema}.provision_record.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.provision_record.record_id is 'id of the record';
comment on column ${schema}.provision_record.inquiry_id is 'the inquiry, exactly one record each';
comment on column ${schema}.provision_record.role is '1 we asked (照会), 2 we provided (提供)';
comment on column ${schema}.provision_record.network is 'NWS 情報提供ネットワークシステム, JUKI 住民基本台帳ネットワークシステム';
comment on column ${schema}.provision_record.shori_tsuban is '処理通番';
comment on column ${schema}.provision_record.receipt_no is '受付番号 of the 中間サーバー';
comment on column ${schema}.provision_record.asker_kikan_cd is '情報照会者機関コード';
comment on column ${schema}.provision_record.provider_kikan_cd is '情報提供者機関コード, or JUKI';
comment on column ${schema}.provision_record.jimu_cd is '事務コード';
comment on column ${schema}.provision_record.jimutetsuzuki_cd is '事務手続コード';
comment on column ${schema}.provision_record.tm_cd is '特定個人情報名コード';
comment on column ${schema}.provision_record.juki_purpose is '利用事務 of a search in 住基ネット';
comment on column ${schema}.provision_record.legal_basis is 'statute that permitted the question';
comment on column ${schema}.provision_record.case_number is '案件番号';
comment on column ${schema}.provision_record.officer is 'user id, or SYSTEM-AUTO, that stood behind the inquiry';
comment on column ${schema}.provision_record.atenabango is '宛名番号 of the person, if the question named one';
comment on column ${schema}.provision_record.withheld is '不開示: hidden from disclosure to the person';
comment on column ${schema}.provision_record.result_kind is 'kind of the result in the words of the peer';
comment on column ${schema}.provision_record.occurred_at is 'instant at which the inquiry ended';
comment on column ${schema}.provision_record.chain_day is 'day of the hash chain; absent until sealed';
comment on column ${schema}.provision_record.chain_position is 'position in the chain of that day';
comment on column ${schema}.provision_record.prev_hash is 'hash of the previous record of the chain';
comment on column ${schema}.provision_record.hash is 'hash of this record and prev_hash';

alter table ${schema}.provision_record enable row level security;
alter table ${schema}.provision_record force row level security;
create policy provision_record_tenant on ${schema}.provision_record
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);
-- No update and no delete: a record that was written stays as it was.
grant select, insert on ${schema}.provision_record to ${app_role};
