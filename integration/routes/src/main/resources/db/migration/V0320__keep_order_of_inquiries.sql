-- Questions about one person to one institution for one kind of information leave in the order in which they were asked; while a body is away,
-- the others go on and its own wait here, the oldest first.
alter table ${schema}.inquiry
  add column asked_position bigint generated always as identity,
  add column line text;

comment on column ${schema}.inquiry.asked_position is 'order in which the questions were taken';
comment on column ${schema}.inquiry.line is 'keyed mark of person, institution and information: equal marks leave one after the other; tells nothing of the person';

create index inquiry_line_ix on ${schema}.inquiry (municipality_code, line, asked_position)
  where receipt_no is null and next_attempt_at is not null;

-- Whoever claims sees whether an earlier one has left and which institution is asked, and nothing about the person.
grant select (asked_position, line, receipt_no, provider_kikan_cd) on ${schema}.inquiry to ${dispatch_role};
