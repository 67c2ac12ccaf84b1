create table payment_run (
  municipality_code char(6)     not null,
  run_id            uuid        not null,
  programme         text        not null,
  payment_date      date        not null,
  last_month        date        not null,
  state             text        not null,
  version           bigint      not null,
  item_count        integer     not null,
  total_yen         bigint      not null,
  created_by        text        not null,
  created_at        timestamptz not null,
  approved_by       text,
  approved_at       timestamptz,
  constraint payment_run_pk primary key (municipality_code, run_id),
  constraint payment_run_programme_known check (programme in ('CHILD_ALLOWANCE')),
  constraint payment_run_state_known check (state in ('CREATED', 'FILE_MADE', 'CANCELLED')),
  constraint payment_run_last_month_is_first_day check (extract(day from last_month) = 1),
  constraint payment_run_months_before_payment check (last_month < date_trunc('month', payment_date)),
  constraint payment_run_totals_not_negative check (item_count >= 0 and total_yen >= 0),
  constraint payment_run_approved_when_file_made check ((state = 'FILE_MADE') = (approved_by is not null) and (approved_by is null) = (approved_at is null)),
  constraint payment_run_two_people check (created_by <> approved_by)
);
comment on table payment_run is '支払処理: what is paid on one day, first as a list, then as an approved bank file';
comment on column payment_run.municipality_code is '全国地方公共団体コード';
comment on column payment_run.run_id is 'id';
comment on column payment_run.programme is '事業';
comment on column payment_run.payment_date is '振込指定日';
comment on column payment_run.last_month is 'last 月分 that is due on the payment date, its first day';
comment on column payment_run.state is '作成, 承認済 (file made, months instructed) or 取消 before approval';
comment on column payment_run.version is 'number of the ETag, raised by each change';
comment on column payment_run.item_count is '合計件数, control total';
comment on column payment_run.total_yen is '合計金額 (円), control total';
comment on column payment_run.created_by is 'who made the list';
comment on column payment_run.created_at is 'when';
comment on column payment_run.approved_by is '決裁者; another person than created_by';
comment on column payment_run.approved_at is 'when';
-- A run without items pays nothing and blocks nothing.
create unique index payment_run_open_uq on payment_run (municipality_code, programme, payment_date) where state = 'CREATED' and item_count > 0;
select secure_tenant_table('payment_run');
grant select, insert, update on payment_run to ${app_role};

create table payment_item (
  municipality_code    char(6) not null,
  item_id              uuid    not null,
  item_number          bigint  not null,
  run_id               uuid    not null,
  case_id              uuid    not null,
  recipient_atenabango text    not null,
  account_fact_id      uuid    not null,
  account_shown        text,
  yen                  bigint  not null,
  constraint payment_item_pk primary key (municipality_code, item_id),
  constraint payment_item_number_uq unique (municipality_code, item_number),
  constraint payment_item_recipient_uq unique (municipality_code, run_id, recipient_atenabango),
  constraint payment_item_run_fk foreign key (municipality_code, run_id) references payment_run,
  constraint payment_item_case_fk foreign key (municipality_code, case_id) references benefit_case,
  constraint payment_item_recipient_fk foreign key (municipality_code, recipient_atenabango) references person,
  constraint payment_item_account_fk foreign key (municipality_code, account_fact_id) references fact,
  constraint payment_item_number_fits check (item_number between 1 and 9999999999),
  constraint payment_item_yen_fits check (yen between 1 and 9999999999)
);
comment on table payment_item is '支払明細: one transfer to one recipient';
comment on column payment_item.municipality_code is '全国地方公共団体コード';
comment on column payment_item.item_id is 'id';
comment on column payment_item.item_number is '顧客コード1 of the bank file';
comment on column payment_item.run_id is 'run';
comment on column payment_item.case_id is 'case whose account is paid';
comment on column payment_item.recipient_atenabango is '受給者の宛名番号';
comment on column payment_item.account_fact_id is 'confirmed fact that holds the account';
comment on column payment_item.account_shown is 'account as it may be shown, masked; absent under 支援措置';
comment on column payment_item.yen is '振込金額 (円)';
select secure_tenant_table('payment_item');
select keep_append_only('payment_item');
grant select, insert on payment_item to ${app_role};

create table payment_item_month (
  municipality_code char(6) not null,
  item_id           uuid    not null,
  child_atenabango  text    not null,
  month             date    not null,
  kind              text    not null,
  decision_id       uuid    not null,
  yen               bigint  not null,
  constraint payment_item_month_pk primary key (municipality_code, item_id, child_atenabango, month),
  constraint payment_item_month_item_fk foreign key (municipality_code, item_id) references payment_item,
  constraint payment_item_month_child_fk foreign key (municipality_code, child_atenabango) references person,
  constraint payment_item_month_decision_fk foreign key (municipality_code, decision_id) references decision,
  constraint payment_item_month_kind_known check (kind in ('REGULAR', 'ARREARS')),
  constraint payment_item_month_is_first_day check (extract(day from month) = 1),
  constraint payment_item_month_yen_positive check (yen > 0)
);
comment on table payment_item_month is '支払明細の内訳: the child-months that a transfer pays';
comment on column payment_item_month.municipality_code is '全国地方公共団体コード';
comment on column payment_item_month.item_id is 'item';
comment on column payment_item_month.child_atenabango is '児童の宛名番号';
comment on column payment_item_month.month is '月分, its first day';
comment on column payment_item_month.kind is 'first payment of the month, or 追給';
comment on column payment_item_month.decision_id is 'decision that fixed the amount';
comment on column payment_item_month.yen is '金額 (円): decided minus instructed';
select secure_tenant_table('payment_item_month');
select keep_append_only('payment_item_month');
grant select, insert on payment_item_month to ${app_role};

create table payment_held (
  municipality_code    char(6) not null,
  run_id               uuid    not null,
  recipient_atenabango text    not null,
  case_id              uuid    not null,
  yen                  bigint  not null,
  code                 text    not null,
  message              text    not null,
  constraint payment_held_pk primary key (municipality_code, run_id, recipient_atenabango),
  constraint payment_held_run_fk foreign key (municipality_code, run_id) references payment_run,
  constraint payment_held_case_fk foreign key (municipality_code, case_id) references benefit_case,
  constraint payment_held_recipient_fk foreign key (municipality_code, recipient_atenabango) references person,
  constraint payment_held_code_known check (code in ('ACCOUNT_NOT_REGISTERED', 'ACCOUNT_HOLDER_DIFFERS', 'ACCOUNT_NOT_AVAILABLE', 'ACCOUNT_INVALID',
    'ACCOUNT_UNCONFIRMED', 'ACCOUNT_SHARED', 'KANA_NOT_PAYABLE', 'CHILD_DECIDED_TWICE', 'ZERO_YEN')),
  constraint payment_held_yen_not_negative check (yen >= 0)
);
comment on table payment_held is '支払保留: who is due and not paid in a run, and why';
comment on column payment_held.municipality_code is '全国地方公共団体コード';
comment on column payment_held.run_id is 'run';
comment on column payment_held.recipient_atenabango is '受給者の宛名番号';
comment on column payment_held.case_id is 'case';
comment on column payment_held.yen is 'what is due (円)';
comment on column payment_held.code is 'why';
comment on column payment_held.message is 'what to do, in Japanese, without personal data';
select secure_tenant_table('payment_held');
select keep_append_only('payment_held');
grant select, insert on payment_held to ${app_role};

create table bank_file (
  municipality_code char(6)     not null,
  file_id           uuid        not null,
  run_id            uuid        not null,
  payment_date      date        not null,
  sequence          integer     not null,
  name              text        not null,
  content           bytea       not null,
  sha256            text        not null,
  item_count        integer     not null,
  total_yen         bigint      not null,
  made_at           timestamptz not null,
  constraint bank_file_pk primary key (municipality_code, file_id),
  constraint bank_file_run_uq unique (municipality_code, run_id),
  constraint bank_file_sequence_uq unique (municipality_code, payment_date, sequence),
  constraint bank_file_name_uq unique (municipality_code, name),
  constraint bank_file_content_uq unique (municipality_code, sha256),
  constraint bank_file_run_fk foreign key (municipality_code, run_id) references payment_run,
  constraint bank_file_sha256_hex check (sha256 ~ '^[0-9a-f]{64}$' and sha256 = encode(sha256(content), 'hex')),
  constraint bank_file_not_empty check (item_count > 0 and total_yen > 0)
);
comment on table bank_file is '全銀 総合振込ファイル as handed to the bank; one per run, never made again';
comment on column bank_file.municipality_code is '全国地方公共団体コード';
comment on column bank_file.file_id is 'id';
comment on column bank_file.run_id is 'run';
comment on column bank_file.payment_date is '振込指定日';
comment on column bank_file.sequence is 'number of the file for this day';
comment on column bank_file.name is 'file name';
comment on column bank_file.content is 'the bytes';
comment on column bank_file.sha256 is 'hash of the bytes: the same file cannot be kept, and so not sent, twice';
comment on column bank_file.item_count is '合計件数 of the trailer';
comment on column bank_file.total_yen is '合計金額 of the trailer (円)';
comment on column bank_file.made_at is 'when';
select secure_tenant_table('bank_file');
select keep_append_only('bank_file');
grant select, insert on bank_file to ${app_role};
