-- 情報提供等記録 by day (partitions), so that a day may go as a whole after its seven years; then chained per municipality and day.
alter table ${schema}.provision_record rename to provision_record_flat;
alter table ${schema}.provision_record_flat drop constraint provision_record_pk, drop constraint provision_record_inquiry_uq;
drop index ${schema}.provision_record_occurred_ix;

-- No foreign key to the inquiry: a record outlives it, and the lock of a new day would stop all work on inquiries.
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
  constraint provision_record_pk primary key (municipality_code, occurred_at, record_id),
  constraint provision_record_inquiry_uq unique (municipality_code, inquiry_id, occurred_at),
  constraint provision_record_role_ck check (role in ('1', '2')),
  constraint provision_record_network_ck check (network in ('NWS', 'JUKI')),
  constraint provision_record_chain_ck check (num_nonnulls(chain_day, chain_position, prev_hash, hash) in (0, 4))
) partition by range (occurred_at);
-- What the sealer asks for each second must not look at what is sealed.
create index provision_record_unsealed_ix on ${schema}.provision_record (municipality_code, occurred_at) where hash is null;
create index provision_record_chain_ix on ${schema}.provision_record (municipality_code, chain_day, chain_position) where chain_day is not null;
create index provision_record_person_ix on ${schema}.provision_record (municipality_code, atenabango, occurred_at);

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

-- A day is one in Japan. Made ahead by the service, which does not own the schema: the function runs as its owner and can make nothing else.
create function ${schema}.ensure_record_day(day date) returns boolean
language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
declare
  part text := 'provision_record_' || to_char(day, 'YYYYMMDD');
begin
  if to_regclass('${schema}.' || part) is not null then
    return false;
  end if;
  perform pg_advisory_xact_lock(hashtext('${schema}.provision_record'));
  if to_regclass('${schema}.' || part) is not null then
    return false;
  end if;
  execute format('create table ${schema}.%I (like ${schema}.provision_record including all)', part);
  execute format('comment on table ${schema}.%I is %L', part, '情報提供等記録 of one day');
  execute format('alter table ${schema}.%I enable row level security', part);
  execute format('alter table ${schema}.%I force row level security', part);
  execute format('create policy %I on ${schema}.%I using (%s) with check (%s)', part || '_tenant', part,
    $policy$municipality_code = current_setting('app.municipality', true)::bpchar$policy$,
    $policy$municipality_code = current_setting('app.municipality', true)::bpchar$policy$);
  -- Attached and not created as a partition: inserts go on meanwhile.
  execute format('alter table ${schema}.provision_record attach partition ${schema}.%I for values from (%L) to (%L)', part,
    day::timestamp at time zone 'Asia/Tokyo', (day + 1)::timestamp at time zone 'Asia/Tokyo');
  return true;
end $body$;
revoke all on function ${schema}.ensure_record_day(date) from public;
grant execute on function ${schema}.ensure_record_day(date) to ${dispatch_role};

alter table ${schema}.provision_record_flat no force row level security, disable row level security;
select ${schema}.ensure_record_day(day)
  from (select distinct (occurred_at at time zone 'Asia/Tokyo')::date as day from ${schema}.provision_record_flat) days;
insert into ${schema}.provision_record (municipality_code, record_id, inquiry_id, role, network, shori_tsuban, receipt_no, asker_kikan_cd, provider_kikan_cd, jimu_cd, jimutetsuzuki_cd, tm_cd, juki_purpose, legal_basis, case_number, officer, atenabango, withheld, result_kind, occurred_at)
select municipality_code, record_id, inquiry_id, role, network, shori_tsuban, receipt_no, asker_kikan_cd, provider_kikan_cd, jimu_cd, jimutetsuzuki_cd, tm_cd, juki_purpose, legal_basis, case_number, officer, atenabango, withheld, result_kind, occurred_at
  from ${schema}.provision_record_flat;
drop table ${schema}.provision_record_flat;

alter table ${schema}.provision_record enable row level security;
alter table ${schema}.provision_record force row level security;
create policy provision_record_tenant on ${schema}.provision_record
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);
-- A record enters unsealed and is sealed once.
create policy provision_record_enters on ${schema}.provision_record as restrictive for insert to ${app_role} with check (hash is null);
create policy provision_record_once on ${schema}.provision_record as restrictive for update to ${app_role}
  using (hash is null and municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (hash is not null);
create policy provision_record_dispatch on ${schema}.provision_record for select to ${dispatch_role} using (true);
grant select, insert, update (chain_day, chain_position, prev_hash, hash) on ${schema}.provision_record to ${app_role};
grant select (municipality_code, occurred_at, hash) on ${schema}.provision_record to ${dispatch_role};

create table ${schema}.record_chain (
  municipality_code char(6)     not null,
  open_day          date        not null,
  records           bigint      not null default 0,
  last_hash         bytea       not null default decode(repeat('00', 32), 'hex'),
  last_seal_hash    bytea       not null default decode(repeat('00', 32), 'hex'),
  lease_until       timestamptz,
  constraint record_chain_pk primary key (municipality_code),
  constraint record_chain_records_ck check (records >= 0)
);
comment on table ${schema}.record_chain is 'end of the hash chain over 情報提供等記録; whoever seals holds the row, so that a chain has one end';
comment on column ${schema}.record_chain.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.record_chain.open_day is 'day in Japan whose chain is still open; all earlier ones have a seal';
comment on column ${schema}.record_chain.records is 'records chained under the open day';
comment on column ${schema}.record_chain.last_hash is 'hash of the last record; 32 zero bytes before the first';
comment on column ${schema}.record_chain.last_seal_hash is 'hash of the seal of the day before; 32 zero bytes before the first';
comment on column ${schema}.record_chain.lease_until is 'a process seals until then, or rests; past it the row is free again';

create table ${schema}.record_seal (
  municipality_code char(6)     not null,
  chain_day         date        not null,
  records           bigint      not null,
  last_hash         bytea       not null,
  prev_seal_hash    bytea       not null,
  seal_hash         bytea       not null,
  sealed_at         timestamptz not null,
  constraint record_seal_pk primary key (municipality_code, chain_day),
  constraint record_seal_records_ck check (records >= 0)
);
comment on table ${schema}.record_seal is 'seal of one closed day of 情報提供等記録: how many and which was the last; a day without records has one too';
comment on column ${schema}.record_seal.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.record_seal.chain_day is 'the closed day';
comment on column ${schema}.record_seal.records is 'records chained under it';
comment on column ${schema}.record_seal.last_hash is 'hash of its last record, or of the last one before it';
comment on column ${schema}.record_seal.prev_seal_hash is 'hash of the seal of the day before';
comment on column ${schema}.record_seal.seal_hash is 'hash over this seal and prev_seal_hash';
comment on column ${schema}.record_seal.sealed_at is 'instant of the closing';

create table ${schema}.record_archive (
  municipality_code char(6)     not null,
  chain_day         date        not null,
  file_sha256       char(64)    not null,
  verified_at       timestamptz not null,
  pruned_at         timestamptz,
  constraint record_archive_pk primary key (municipality_code, chain_day),
  constraint record_archive_seal_fk foreign key (municipality_code, chain_day) references ${schema}.record_seal (municipality_code, chain_day)
);
comment on table ${schema}.record_archive is 'day of 情報提供等記録 that lies in an archive file which the verifier found intact';
comment on column ${schema}.record_archive.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.record_archive.chain_day is 'the archived day';
comment on column ${schema}.record_archive.file_sha256 is 'SHA-256 of the archive file, hex';
comment on column ${schema}.record_archive.verified_at is 'instant at which the verifier confirmed it';
comment on column ${schema}.record_archive.pruned_at is 'instant at which records of the day left the database; absent: all are here';

create table ${schema}.record_view (
  municipality_code char(6)     not null,
  view_id           uuid        not null default uuidv7(),
  viewed_at         timestamptz not null,
  subject           text        not null,
  operation         text        not null,
  atenabango        varchar(15),
  shown             bigint      not null,
  correlation_id    text,
  constraint record_view_pk primary key (municipality_code, view_id)
);
comment on table ${schema}.record_view is '監査記録: who looked at 情報提供等記録; append-only';
comment on column ${schema}.record_view.municipality_code is '全国地方公共団体コード with check digit; the tenant';
comment on column ${schema}.record_view.view_id is 'id of the view, in order of time';
comment on column ${schema}.record_view.viewed_at is 'when it happened';
comment on column ${schema}.record_view.subject is 'user id or client id that looked';
comment on column ${schema}.record_view.operation is 'operation of the API';
comment on column ${schema}.record_view.atenabango is '宛名番号 that was asked for, if one was';
comment on column ${schema}.record_view.shown is 'records that were shown';
comment on column ${schema}.record_view.correlation_id is 'correlation id of the request';

alter table ${schema}.record_chain enable row level security;
alter table ${schema}.record_chain force row level security;
create policy record_chain_tenant on ${schema}.record_chain
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);

alter table ${schema}.record_seal enable row level security;
alter table ${schema}.record_seal force row level security;
create policy record_seal_tenant on ${schema}.record_seal
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);

alter table ${schema}.record_archive enable row level security;
alter table ${schema}.record_archive force row level security;
create policy record_archive_tenant on ${schema}.record_archive
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);

alter table ${schema}.record_view enable row level security;
alter table ${schema}.record_view force row level security;
create policy record_view_tenant on ${schema}.record_view
  using (municipality_code = current_setting('app.municipality', true)::bpchar)
  with check (municipality_code = current_setting('app.municipality', true)::bpchar);

create policy record_chain_dispatch on ${schema}.record_chain to ${dispatch_role} using (true) with check (true);
grant select, update (open_day, records, last_hash, last_seal_hash, lease_until) on ${schema}.record_chain to ${app_role};
grant select (municipality_code, open_day, lease_until), insert (municipality_code, open_day, lease_until), update (lease_until)
  on ${schema}.record_chain to ${dispatch_role};
grant select, insert on ${schema}.record_seal to ${app_role};
grant select on ${schema}.record_archive to ${app_role};
grant select, insert on ${schema}.record_view to ${app_role};

-- The owner keeps the archives of all municipalities, and asks for their seals before a day goes.
create policy record_seal_owner on ${schema}.record_seal for select to current_user using (true);
create policy record_archive_owner on ${schema}.record_archive to current_user using (true) with check (true);

-- For the owner alone, who runs the verifier over the file first.
create function ${schema}.confirm_record_archive(municipality text, day date, last_hash_hex text, sha256 text) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $body$
begin
  if not exists (select 1 from ${schema}.record_seal s where s.municipality_code = municipality::bpchar and s.chain_day = day
      and encode(s.last_hash, 'hex') = last_hash_hex) then
    raise exception 'the archive does not end as the seal of % says', day using errcode = 'check_violation';
  end if;
  insert into ${schema}.record_archive (municipality_code, chain_day, file_sha256, verified_at) values (municipality, day, sha256, now())
    on conflict on constraint record_archive_pk do nothing;
end $body$;
revoke all on function ${schema}.confirm_record_archive(text, date, text, text) from public;

-- 番号法施行令第29条: seven years. Drops a day only when it is older, and each of its records sealed and archived.
create function ${schema}.drop_record_day(day date) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $body$
declare
  part text := 'provision_record_' || to_char(day, 'YYYYMMDD');
  kept bigint;
begin
  if day > (now() at time zone 'Asia/Tokyo')::date - interval '7 years' then
    raise exception 'records of % are kept for seven years', day using errcode = 'check_violation';
  end if;
  -- Of its owner too the policies would hide the rows, and what is not seen would seem archived.
  execute format('alter table ${schema}.%I no force row level security, disable row level security', part);
  execute format('select count(*) from ${schema}.%I where hash is null', part) into kept;
  if kept > 0 then
    raise exception '% records of % are not sealed', kept, day using errcode = 'check_violation';
  end if;
  execute format('select count(*) from (select distinct municipality_code, chain_day from ${schema}.%I) d where not exists (select 1
    from ${schema}.record_archive a where a.municipality_code = d.municipality_code and a.chain_day = d.chain_day)', part) into kept;
  if kept > 0 then
    raise exception '% municipality-days of % have no verified archive', kept, day using errcode = 'check_violation';
  end if;
  execute format('update ${schema}.record_archive a set pruned_at = coalesce(pruned_at, now()) from (select distinct municipality_code,
    chain_day from ${schema}.%I) d where a.municipality_code = d.municipality_code and a.chain_day = d.chain_day', part);
  execute format('alter table ${schema}.provision_record detach partition ${schema}.%I', part);
  execute format('drop table ${schema}.%I', part);
end $body$;
revoke all on function ${schema}.drop_record_day(date) from public;
