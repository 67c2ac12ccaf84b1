-- Two indexes for the claim alone. Their predicate names a condition that every row fulfils and only the claim states: while the statistics lag
-- behind a backlog, the planner takes an index of undelivered rows for small, and read all of it for each row that was looked up by its key.
drop index ${schema}.outbox_due_ix;
drop index ${schema}.outbox_order_ix;
create index outbox_due_ix on ${schema}.outbox (next_attempt_at, position) where delivered_at is null and attempts >= 0;
create index outbox_order_ix on ${schema}.outbox (municipality_code, message_key, position) where delivered_at is null and position > 0;
