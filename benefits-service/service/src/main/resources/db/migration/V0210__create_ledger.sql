create table ledger_reversal (
  municipality_code char(6)     not null,
  reversal_id       uuid        not null,
  reason            text        not null,
  recorded_by       text        not null,
  recorded_at       timestamptz not null,
  constraint ledger_reversal_pk primary key (municipality_code, reversal_id),
  constraint ledger_reversal_reason_known check (reason in ('RETURNED', 'RECALLED'))
);
comment on table ledger_reversal is '返却・組戻し: why ledger rows no longer count as instructed';
comment on column ledger_reversal.municipality_code is '全国地方公共団体コード';
comment on column ledger_reversal.reversal_id is 'id';
comment on column ledger_reversal.reason is '振込不能による返却, 組戻し';
comment on column ledger_reversal.recorded_by is 'who recorded it';
comment on column ledger_reversal.recorded_at is 'when';
select secure_tenant_table('ledger_reversal');
select keep_append_only('ledger_reversal');
grant select, insert on ledger_reversal to ${app_role};

create table ledger_entry (
  municipality_code    char(6)     not null,
  entry_id             uuid        not null default uuidv7(),
  programme            text        not null,
  child_atenabango     text        not null,
  month                date        not null,
  recipient_atenabango text        not null,
  kind                 text        not null,
  yen                  bigint      not null,
  decision_id          uuid        not null,
  item_id              uuid,
  repays_entry_id      uuid,
  receivable_id        uuid,
  recorded_at          timestamptz not null,
  reversal_id          uuid,
  constraint ledger_entry_pk primary key (municipality_code, entry_id),
  constraint ledger_entry_child_fk foreign key (municipality_code, child_atenabango) references person,
  constraint ledger_entry_recipient_fk foreign key (municipality_code, recipient_atenabango) references person,
  constraint ledger_entry_decision_fk foreign key (municipality_code, decision_id) references decision,
  constraint ledger_entry_item_fk foreign key (municipality_code, item_id) references payment_item,
  constraint ledger_entry_repays_fk foreign key (municipality_code, repays_entry_id) references ledger_entry,
  constraint ledger_entry_reversal_fk foreign key (municipality_code, reversal_id) references ledger_reversal,
  constraint ledger_entry_item_child_month_uq unique (municipality_code, item_id, child_atenabango, month),
  constraint ledger_entry_programme_known check (programme in ('CHILD_ALLOWANCE')),
  constraint ledger_entry_kind_known check (kind in ('REGULAR', 'ARREARS', 'REPAYMENT', 'OFFSET')),
  constraint ledger_entry_is_first_day check (extract(day from month) = 1),
  constraint ledger_entry_yen_positive check (yen > 0),
  constraint ledger_entry_transfer_has_item check ((kind = 'OFFSET') = (item_id is null)),
  constraint ledger_entry_repayment_names_returned check ((kind = 'REPAYMENT') = (repays_entry_id is not null)),
  constraint ledger_entry_offset_names_receivable check ((kind = 'OFFSET') = (receivable_id is not null))
);
comment on table ledger_entry is '支払台帳: what was instructed for each child and month; rows are never changed, only reversed once';
comment on column ledger_entry.municipality_code is '全国地方公共団体コード';
comment on column ledger_entry.entry_id is 'id';
comment on column ledger_entry.programme is '事業';
comment on column ledger_entry.child_atenabango is '児童の宛名番号';
comment on column ledger_entry.month is '月分, its first day';
comment on column ledger_entry.recipient_atenabango is '受給者の宛名番号';
comment on column ledger_entry.kind is 'REGULAR 定期, ARREARS 追給, REPAYMENT 再支払 of a returned row, OFFSET 内払・充当';
comment on column ledger_entry.yen is '金額 (円)';
comment on column ledger_entry.decision_id is 'decision that fixed the amount';
comment on column ledger_entry.item_id is 'transfer that carries it';
comment on column ledger_entry.repays_entry_id is 'returned row that is paid again';
comment on column ledger_entry.receivable_id is '債権 that is settled';
comment on column ledger_entry.recorded_at is 'when it was instructed';
comment on column ledger_entry.reversal_id is 'set once, when the money came back';
-- 二重払い: whoever the recipient, a month of a child is paid once.
create unique index ledger_entry_regular_uq on ledger_entry (municipality_code, programme, child_atenabango, month)
  where kind = 'REGULAR' and reversal_id is null;
create index ledger_entry_child_month_ix on ledger_entry (municipality_code, programme, child_atenabango, month) where reversal_id is null;
select secure_tenant_table('ledger_entry');
grant select, insert, update (reversal_id) on ledger_entry to ${app_role};

create function refuse_ledger_change() returns trigger
language plpgsql as $$
begin
  if tg_op = 'UPDATE' and old.reversal_id is null and new.reversal_id is not null
    and to_jsonb(new) - 'reversal_id' = to_jsonb(old) - 'reversal_id' then
    return new;
  end if;
  raise exception 'rows of ledger_entry are never changed or removed: reverse them once' using errcode = 'restrict_violation';
end
$$;
comment on function refuse_ledger_change() is 'Trigger of the ledger: only an empty reversal may be filled';
create trigger ledger_entry_append_only before update or delete on ledger_entry for each row execute function refuse_ledger_change();
create trigger ledger_entry_append_only_truncate before truncate on ledger_entry for each statement execute function refuse_change();

-- 支払済 ≤ 決定額. Deferred, so that a reversal and the repayment for it may stand in one transaction.
-- The greatest decided amount counts: two recipients decided for one child and month do not make it payable twice.
create function keep_instructed_within_decided() returns trigger
language plpgsql as $$
declare
  instructed bigint;
  decided bigint;
begin
  select coalesce(sum(yen), 0) into instructed from ledger_entry
  where municipality_code = new.municipality_code and programme = new.programme and child_atenabango = new.child_atenabango
    and month = new.month and reversal_id is null;
  select coalesce(max(yen), 0) into decided from decided_month_current
  where municipality_code = new.municipality_code and programme = new.programme and child_atenabango = new.child_atenabango
    and month = new.month and outcome = 'GRANTED';
  if instructed > decided then
    raise exception 'more is instructed than decided for a child and month'
      using errcode = 'check_violation', constraint = 'ledger_entry_within_decided', table = 'ledger_entry';
  end if;
  return null;
end
$$;
comment on function keep_instructed_within_decided() is 'Deferred constraint ledger_entry_within_decided: instructed never exceeds decided per child and month';
create constraint trigger ledger_entry_within_decided after insert on ledger_entry
  deferrable initially deferred for each row execute function keep_instructed_within_decided();
