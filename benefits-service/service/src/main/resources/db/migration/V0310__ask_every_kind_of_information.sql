-- All kinds that the channel names; 符号なし becomes an outcome of its own.
alter table question
  drop constraint question_kind_known,
  add constraint question_kind_known check (kind in ('IDENTITY', 'RESIDENT_RECORD', 'TAX', 'ACCOUNT', 'FAMILY_REGISTER', 'PENSION',
    'HEALTH_INSURANCE', 'DISABILITY_CERTIFICATE', 'PUBLIC_ASSISTANCE', 'CHILD_ALLOWANCE', 'CHILD_REARING_ALLOWANCE',
    'SPECIAL_CHILD_REARING_ALLOWANCE', 'EMPLOYMENT_INSURANCE', 'NUMBERING', 'ACCOUNT_CHECK'));
comment on column question.kind is 'InformationKind of specs/linkage';

alter table answer
  drop constraint answer_kind_known,
  add constraint answer_kind_known check (answer in ('PROVIDED', 'NOT_APPLICABLE', 'UNDECLARED', 'NO_COPY', 'NO_LINKAGE_CODE',
    'PERSON_UNKNOWN', 'AMBIGUOUS', 'REFUSED', 'NOT_PERMITTED', 'LAYOUT_MISMATCH', 'ANOTHER_PERSON', 'EXPIRED', 'UNAVAILABLE'));
