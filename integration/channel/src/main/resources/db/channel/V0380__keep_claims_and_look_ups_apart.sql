-- Two indexes for the claim alone. Their predicate names a condition that every row fulfils and only the claim states: while the statistics lag
-- behind a backlog, the planner takes an index of undelivered rows for small, and reads all of it for each row that is looked up by its key.
drop index ${schema}.outbox_due_ix;
drop index ${schema}.outbox_order_ix;
create index outbox_due_ix on ${schema}.outbox (next_attempt_at, position) where delivered_at is null and attempts >= 0;
create index outbox_order_ix on ${schema}.outbox (municipality_code, message_key, position) where delivered_at is null and position > 0;

-- A table that is only ever read by its keys and its queue needs no fine histograms; those of forty columns cost more than its vacuum, each minute
-- in which much is asked.
create function ${schema}.sample_little(place regclass) returns void
language plpgsql set search_path = pg_catalog, pg_temp as $body$
declare
  name text;
begin
  for name in select attname from pg_attribute where attrelid = place and attnum > 0 and not attisdropped loop
    execute format('alter table %s alter column %I set statistics 10', place, name);
  end loop;
end $body$;
revoke all on function ${schema}.sample_little(regclass) from public;
select ${schema}.sample_little('${schema}.outbox');
