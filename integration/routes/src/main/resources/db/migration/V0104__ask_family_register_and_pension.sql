-- 児童扶養手当 asks two kinds more: 戸籍関係情報 and 年金給付関係情報.
alter table ${schema}.inquiry
  drop constraint inquiry_kind_ck,
  add constraint inquiry_kind_ck check (kind in ('IDENTITY', 'TAX', 'ACCOUNT', 'FAMILY_REGISTER', 'PENSION'));

comment on column ${schema}.inquiry.kind is 'IDENTITY 本人確認情報, TAX 地方税関係情報, ACCOUNT 公金受取口座情報, FAMILY_REGISTER 戸籍関係情報, PENSION 年金給付関係情報';
comment on column ${schema}.inquiry.gyomu_id is '業務ID of the asking business; 990 (児童手当) and 991 (児童扶養手当) are provisional';
