select ${schema}.sample_little(place::regclass)
  from unnest(array['${schema}.inquiry', '${schema}.inquiry_answer']) place;
select ${schema}.sample_little(inhrelid)
  from pg_inherits
 where inhparent = '${schema}.provision_record'::regclass;

-- As before, and each new day is sampled like the others.
create or replace function ${schema}.ensure_record_day(day date) returns boolean
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
  perform ${schema}.sample_little(('${schema}.' || part)::regclass);
  return true;
end $body$;
