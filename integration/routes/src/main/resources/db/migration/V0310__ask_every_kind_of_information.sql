-- All kinds that the channel names; 符号なし becomes an outcome of its own.
alter table ${schema}.inquiry
  drop constraint inquiry_kind_ck,
  add constraint inquiry_kind_ck check (kind in ('IDENTITY', 'RESIDENT_RECORD', 'TAX', 'ACCOUNT', 'FAMILY_REGISTER', 'PENSION',
    'HEALTH_INSURANCE', 'DISABILITY_CERTIFICATE', 'PUBLIC_ASSISTANCE', 'CHILD_ALLOWANCE', 'CHILD_REARING_ALLOWANCE',
    'SPECIAL_CHILD_REARING_ALLOWANCE', 'EMPLOYMENT_INSURANCE', 'NUMBERING', 'ACCOUNT_CHECK')),
  drop constraint inquiry_answer_ck,
  add constraint inquiry_answer_ck check (answer in ('PROVIDED', 'NOT_APPLICABLE', 'UNDECLARED', 'NO_COPY', 'NO_LINKAGE_CODE',
    'PERSON_UNKNOWN', 'AMBIGUOUS', 'REFUSED', 'NOT_PERMITTED', 'LAYOUT_MISMATCH', 'ANOTHER_PERSON', 'EXPIRED', 'UNAVAILABLE'));

comment on column ${schema}.inquiry.kind is 'InformationKind of specs/linkage';
