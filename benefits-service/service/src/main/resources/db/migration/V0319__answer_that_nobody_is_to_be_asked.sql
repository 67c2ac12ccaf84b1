-- 照会先なし: no body answers for the place, which is abroad or not known.
alter table answer
  drop constraint answer_kind_known,
  add constraint answer_kind_known check (answer in ('PROVIDED', 'NOT_APPLICABLE', 'UNDECLARED', 'NO_COPY', 'NO_LINKAGE_CODE',
    'PERSON_UNKNOWN', 'AMBIGUOUS', 'REFUSED', 'NOT_PERMITTED', 'NO_PROVIDER', 'LAYOUT_MISMATCH', 'ANOTHER_PERSON', 'EXPIRED',
    'UNAVAILABLE'));
