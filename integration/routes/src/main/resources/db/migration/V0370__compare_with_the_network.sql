-- What the 中間サーバー says beside what we have: the work of comparing, and the differences that it found. Nothing follows from a row by itself.
create table ${schema}.network_comparison (
  municipality_code char(6)     not null,
  matter            text        not null,
  comparison_id     uuid        not null,
  compared_at       timestamptz,
  told_until        timestamptz,
  recovering        integer     not null default 0,
  trouble           text,
  attempts          integer     not null default 0,
  next_attempt_at   timestamptz not null,
  lease_until       timestamptz,
  constraint network_comparison_pk primary key (municipality_code, matter),
  constraint network_comparison_id_uq unique (municipality_code, comparison_id),
  constraint network_comparison_matter_ck check (matter in ('INQUIRIES', 'MASTERS')),
  constraint network_comparison_counts_ck check (attempts >= 0 and recovering >= 0)
);

comment on table ${schema}.network_comparison is 'the comparing with the 中間サーバー, one row for each municipality that has asked it something and each matter';
comment on column ${schema}.network_comparison.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.network_comparison.matter is 'INQUIRIES 照会状況 of what was accepted, MASTERS マスター更新情報';
comment on column ${schema}.network_comparison.comparison_id is 'id by which the row is claimed';
comment on column ${schema}.network_comparison.compared_at is 'begin of the last comparison that came to its end';
comment on column ${schema}.network_comparison.told_until is 'up to when changes of masters have been told; absent: all of them are read next';
comment on column ${schema}.network_comparison.recovering is 'inquiries of the last list whose receipt has not arrived here and which are being sent again';
comment on column ${schema}.network_comparison.trouble is 'kind of the trouble of the last attempt; absent: none';
comment on column ${schema}.network_comparison.attempts is 'attempts since the last comparison that came to its end';
comment on column ${schema}.network_comparison.next_attempt_at is 'earliest next comparison';
comment on column ${schema}.network_comparison.lease_until is 'a process compares until then';

create table ${schema}.network_difference (
  municipality_code char(6)     not null,
  difference_id     uuid        not null default uuidv7(),
  matter            text        not null,
  kind              text        not null,
  item              text        not null,
  inquiry_id        uuid,
  accepted_at       timestamptz,
  theirs            text,
  ours              text,
  found_at          timestamptz not null,
  confirmed_at      timestamptz not null,
  closed_at         timestamptz,
  constraint network_difference_pk primary key (municipality_code, difference_id),
  constraint network_difference_item_uq unique (municipality_code, kind, item),
  constraint network_difference_kind_ck check (case matter
    when 'INQUIRIES' then kind in ('NOT_KNOWN_HERE', 'GIVEN_UP_HERE', 'OTHER_RECEIPT', 'NOT_KNOWN_THERE') and accepted_at is not null
    when 'MASTERS' then kind in ('NEW_THERE', 'CHANGED_THERE', 'GONE_THERE')
    else false end),
  constraint network_difference_time_ck check (found_at <= confirmed_at and (closed_at is null or closed_at >= confirmed_at))
);
create index network_difference_open_ix on ${schema}.network_difference (municipality_code, matter) where closed_at is null;

comment on table ${schema}.network_difference is 'something in which the 中間サーバー and we are not of one mind; found again it is the same row, and it closes when it no longer holds';
comment on column ${schema}.network_difference.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.network_difference.difference_id is 'id of the difference; grows with time';
comment on column ${schema}.network_difference.matter is 'INQUIRIES 照会, MASTERS マスター';
comment on column ${schema}.network_difference.kind is 'NOT_KNOWN_HERE accepted there and unknown here; GIVEN_UP_HERE accepted there, ended here without receipt; OTHER_RECEIPT accepted there under another receipt; NOT_KNOWN_THERE waits here and is not listed there; NEW_THERE, CHANGED_THERE, GONE_THERE of a row of a master';
comment on column ${schema}.network_difference.item is '受付番号, or table and codes of the row of a master';
comment on column ${schema}.network_difference.inquiry_id is 'the inquiry of ours that is concerned; absent: none that we know';
comment on column ${schema}.network_difference.accepted_at is 'instant of acceptance of the inquiry';
comment on column ${schema}.network_difference.theirs is 'what the 中間サーバー has: a receipt, or the value of the row of the master; absent: nothing';
comment on column ${schema}.network_difference.ours is 'what we have; absent: nothing';
comment on column ${schema}.network_difference.found_at is 'instant at which it was found, and found again after it was over';
comment on column ${schema}.network_difference.confirmed_at is 'begin of the last comparison that found it';
comment on column ${schema}.network_difference.closed_at is 'instant at which it was over; absent: it holds';

alter table ${schema}.network_comparison enable row level security;
alter table ${schema}.network_comparison force row level security;
create policy network_comparison_tenant on ${schema}.network_comparison
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);
create policy network_comparison_dispatch on ${schema}.network_comparison to ${dispatch_role} using (true) with check (true);
grant select, update on ${schema}.network_comparison to ${app_role};
-- A municipality is compared for as soon as it has asked something: nobody has to switch it on.
grant select (municipality_code, matter, comparison_id, next_attempt_at, lease_until, attempts, recovering),
  insert (municipality_code, matter, comparison_id, next_attempt_at), update (lease_until, next_attempt_at, told_until)
  on ${schema}.network_comparison to ${dispatch_role};

alter table ${schema}.network_difference enable row level security;
alter table ${schema}.network_difference force row level security;
create policy network_difference_tenant on ${schema}.network_difference
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);
create policy network_difference_dispatch on ${schema}.network_difference to ${dispatch_role} using (true);
grant select, insert on ${schema}.network_difference to ${app_role};
grant update (inquiry_id, accepted_at, theirs, ours, found_at, confirmed_at, closed_at) on ${schema}.network_difference to ${app_role};
-- How many there are of each kind, for the metrics.
grant select (municipality_code, kind, closed_at) on ${schema}.network_difference to ${dispatch_role};
