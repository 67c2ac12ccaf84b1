-- After 処理能力超過 a question is asked anew under another request id. The 中間サーバー goes on listing the receipt of before: it is ours, not a stranger.
create table ${schema}.inquiry_former_receipt (
  municipality_code char(6)     not null,
  request_id        uuid        not null,
  inquiry_id        uuid        not null,
  receipt_no        text        not null,
  accepted_at       timestamptz,
  constraint inquiry_former_receipt_pk primary key (municipality_code, request_id),
  constraint inquiry_former_receipt_inquiry_fk foreign key (municipality_code, inquiry_id) references ${schema}.inquiry (municipality_code, inquiry_id)
);

comment on table ${schema}.inquiry_former_receipt is 'receipts that an inquiry had before it was asked anew';
comment on column ${schema}.inquiry_former_receipt.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.inquiry_former_receipt.request_id is 'request id under which it was sent then';
comment on column ${schema}.inquiry_former_receipt.inquiry_id is 'the inquiry';
comment on column ${schema}.inquiry_former_receipt.receipt_no is '受付番号 that it had then';
comment on column ${schema}.inquiry_former_receipt.accepted_at is 'instant of that acceptance as the peer stated it';

alter table ${schema}.inquiry_former_receipt enable row level security;
alter table ${schema}.inquiry_former_receipt force row level security;
create policy inquiry_former_receipt_tenant on ${schema}.inquiry_former_receipt
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);
grant select, insert on ${schema}.inquiry_former_receipt to ${app_role};

-- In the database, so that no way of asking anew can forget it.
create function ${schema}.keep_former_receipt() returns trigger language plpgsql as $$
begin
  insert into ${schema}.inquiry_former_receipt (municipality_code, request_id, inquiry_id, receipt_no, accepted_at)
  values (old.municipality_code, old.request_id, old.inquiry_id, old.receipt_no, old.accepted_at);
  return null;
end
$$;
comment on function ${schema}.keep_former_receipt() is 'keeps the receipt of an inquiry that is asked anew';
create trigger inquiry_keep_former_receipt after update of receipt_no on ${schema}.inquiry
  for each row when (old.receipt_no is not null and new.request_id <> old.request_id) execute function ${schema}.keep_former_receipt();
