alter table ${schema}.outbox add column traceparent text;
comment on column ${schema}.outbox.traceparent is 'W3C traceparent of the work that caused the message; its delivery goes on in the same trace.';
comment on column ${schema}.outbox.trace_context is 'Correlation id of the request that caused the message.';
