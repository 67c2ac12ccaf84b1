-- Tables of the channel between the services; run in the schema of each of them, as its owner.

create table ${schema}.outbox (
    municipality_code char(6)     not null,
    id                uuid        not null default uuidv7(),
    position          bigint      not null generated always as identity,
    type              text        not null,
    message_key       text        not null,
    occurred_at       timestamptz not null,
    schema_version    integer     not null,
    trace_context     text,
    payload           jsonb       not null,
    attempts          integer     not null default 0,
    next_attempt_at   timestamptz not null,
    lease_until       timestamptz,
    delivered_at      timestamptz,
    last_error        text,
    constraint outbox_pk primary key (municipality_code, id),
    constraint outbox_municipality_ck check (municipality_code ~ '^[0-9]{6}$'),
    constraint outbox_message_key_ck check (char_length(message_key) between 1 and 100),
    constraint outbox_attempts_ck check (attempts >= 0)
);
comment on table ${schema}.outbox is 'Messages to the other service, written in the transaction of the change that they tell of.';
comment on column ${schema}.outbox.municipality_code is 'Tenant.';
comment on column ${schema}.outbox.id is 'Id of the envelope; the receiver handles each id once.';
comment on column ${schema}.outbox.position is 'Order of sending; messages of one key are delivered in this order.';
comment on column ${schema}.outbox.type is 'Type of the message as in specs/linkage.';
comment on column ${schema}.outbox.message_key is 'Messages of one key keep their order.';
comment on column ${schema}.outbox.occurred_at is 'When the change happened.';
comment on column ${schema}.outbox.schema_version is 'Version of the payload.';
comment on column ${schema}.outbox.trace_context is 'Correlation id of the request that caused the message.';
comment on column ${schema}.outbox.payload is 'Payload; may hold personal data, is never logged, and is emptied on delivery.';
comment on column ${schema}.outbox.attempts is 'Failed deliveries so far.';
comment on column ${schema}.outbox.next_attempt_at is 'Not to be delivered before; back-off stands here, never in memory.';
comment on column ${schema}.outbox.lease_until is 'A dispatcher works on the row until then; past it, the row is free again.';
comment on column ${schema}.outbox.delivered_at is 'When the receiver took it over.';
comment on column ${schema}.outbox.last_error is 'Class of the last failure, without its message.';
create index outbox_due_ix on ${schema}.outbox (next_attempt_at) where delivered_at is null;
create index outbox_order_ix on ${schema}.outbox (municipality_code, message_key, position) where delivered_at is null;

create table ${schema}.inbox (
    municipality_code char(6)     not null,
    id                uuid        not null,
    type              text        not null,
    received_at       timestamptz not null,
    constraint inbox_pk primary key (municipality_code, id),
    constraint inbox_municipality_ck check (municipality_code ~ '^[0-9]{6}$')
);
comment on table ${schema}.inbox is 'Ids of the messages handled; written in the transaction of their effect, so that a second delivery has none.';
comment on column ${schema}.inbox.municipality_code is 'Tenant.';
comment on column ${schema}.inbox.id is 'Id of the envelope.';
comment on column ${schema}.inbox.type is 'Type of the message.';
comment on column ${schema}.inbox.received_at is 'When it was handled.';

create table ${schema}.idempotency_key (
    municipality_code char(6)     not null,
    subject           text        not null,
    idempotency_key   text        not null,
    operation_id      text        not null,
    request_hash      bytea       not null,
    status            integer,
    body_cipher       bytea,
    body_key_id       text,
    etag              text,
    created_at        timestamptz not null,
    constraint idempotency_key_pk primary key (municipality_code, subject, idempotency_key),
    constraint idempotency_key_municipality_ck check (municipality_code ~ '^[0-9]{6}$'),
    constraint idempotency_key_hash_ck check (octet_length(request_hash) = 32),
    constraint idempotency_key_body_ck check ((body_cipher is null) = (body_key_id is null))
);
comment on table ${schema}.idempotency_key is 'Answers of commands by their Idempotency-Key; a repeated command gets the first answer again.';
comment on column ${schema}.idempotency_key.municipality_code is 'Tenant.';
comment on column ${schema}.idempotency_key.subject is 'User or client that sent the key; keys of different callers do not meet.';
comment on column ${schema}.idempotency_key.idempotency_key is 'The header as sent.';
comment on column ${schema}.idempotency_key.operation_id is 'Operation of the API.';
comment on column ${schema}.idempotency_key.request_hash is 'SHA-256 of operation, path and body; tells a repetition from another command.';
comment on column ${schema}.idempotency_key.status is 'HTTP status of the answer.';
comment on column ${schema}.idempotency_key.body_cipher is 'Body of the answer, encrypted (AES-GCM).';
comment on column ${schema}.idempotency_key.body_key_id is 'Key of body_cipher.';
comment on column ${schema}.idempotency_key.etag is 'ETag of the answer.';
comment on column ${schema}.idempotency_key.created_at is 'When the command ran; the row is deleted 30 days later.';
create index idempotency_key_created_ix on ${schema}.idempotency_key (created_at);

alter table ${schema}.outbox enable row level security;
alter table ${schema}.outbox force row level security;
alter table ${schema}.inbox enable row level security;
alter table ${schema}.inbox force row level security;
alter table ${schema}.idempotency_key enable row level security;
alter table ${schema}.idempotency_key force row level security;

-- bpchar: compared with text the column would be cast and no index could serve the policy.
create policy outbox_tenant on ${schema}.outbox to ${app_role}
    using (municipality_code = current_setting('app.municipality', true)::bpchar) with check (municipality_code = current_setting('app.municipality', true)::bpchar);
create policy inbox_tenant on ${schema}.inbox to ${app_role}
    using (municipality_code = current_setting('app.municipality', true)::bpchar) with check (municipality_code = current_setting('app.municipality', true)::bpchar);
create policy idempotency_key_tenant on ${schema}.idempotency_key to ${app_role}
    using (municipality_code = current_setting('app.municipality', true)::bpchar) with check (municipality_code = current_setting('app.municipality', true)::bpchar);
-- Claiming reaches over all tenants; the column grants below keep it from everything but the claim.
create policy outbox_dispatch on ${schema}.outbox to ${dispatch_role} using (true) with check (true);
-- Old answers are deleted over all tenants; a younger row is out of reach whatever the statement says.
create policy idempotency_key_dispatch on ${schema}.idempotency_key to ${dispatch_role}
    using (created_at < current_timestamp - interval '30 days') with check (false);

grant select, insert, update on ${schema}.outbox to ${app_role};
grant select, insert on ${schema}.inbox to ${app_role};
grant select, insert, update on ${schema}.idempotency_key to ${app_role};
grant select (municipality_code, id, position, message_key, attempts, next_attempt_at, lease_until, delivered_at), update (lease_until)
    on ${schema}.outbox to ${dispatch_role};
grant select (created_at), delete on ${schema}.idempotency_key to ${dispatch_role};
