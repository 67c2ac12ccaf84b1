-- 照会先なし: no body answers for the place, which is abroad or not known. Nothing is sent, and it is not a lack of legal basis.
alter table ${schema}.inquiry
  drop constraint inquiry_answer_ck,
  add constraint inquiry_answer_ck check (answer in ('PROVIDED', 'NOT_APPLICABLE', 'UNDECLARED', 'NO_COPY', 'NO_LINKAGE_CODE',
    'PERSON_UNKNOWN', 'AMBIGUOUS', 'REFUSED', 'NOT_PERMITTED', 'NO_PROVIDER', 'LAYOUT_MISMATCH', 'ANOTHER_PERSON', 'EXPIRED',
    'UNAVAILABLE'));
