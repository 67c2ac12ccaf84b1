alter table ${schema}.inquiry add column traceparent text;
comment on column ${schema}.inquiry.traceparent is 'W3C traceparent of the message that asked; each step of the inquiry goes on in the same trace.';
