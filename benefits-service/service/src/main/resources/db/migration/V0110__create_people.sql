create table person (
  municipality_code char(6)     not null,
  atenabango        text        not null,
  kind              text        not null,
  merged_into       text    ,
  created_at        timestamptz not null,
  constraint person_pk primary key (municipality_code, atenabango),
  constraint person_merged_into_fk foreign key (municipality_code, merged_into) references person,
  constraint person_atenabango_digits check (atenabango ~ '^[0-9]{15}$'),
  constraint person_kind_known check (kind in ('RESIDENT', 'NONRESIDENT'))
);
comment on table person is '宛名: a person known to the municipality';
comment on column person.municipality_code is '全国地方公共団体コード';
comment on column person.atenabango is '宛名番号, 15 digits';
comment on column person.kind is '住民 or 住登外者';
comment on column person.merged_into is 'the number that stands for this person after 名寄せ';
comment on column person.created_at is 'when the number was first seen';
select secure_tenant_table('person');
grant select, insert, update on person to ${app_role};

create table person_version (
  municipality_code       char(6)     not null,
  version_id              uuid        not null default uuidv7(),
  atenabango              text        not null,
  source                  text        not null,
  household_number        text,
  relationship            text,
  father_atenabango       text    ,
  mother_atenabango       text    ,
  jpki_serial             text,
  name                    text        not null,
  name_key                text        not null,
  kana                    text,
  birth_date              date        not null,
  sex                     char(1),
  address                 text,
  resident_since          date,
  moved_from              char(6),
  january1_municipality   char(6),
  removed_on              date,
  support_measure         boolean     not null,
  kojinbango_cipher       bytea,
  kojinbango_key_id       text,
  valid_from              date        not null,
  recorded_at             timestamptz not null,
  constraint person_version_pk primary key (municipality_code, version_id),
  constraint person_version_person_fk foreign key (municipality_code, atenabango) references person,
  constraint person_version_source_known check (source in ('OWN_REGISTER', 'JUKI')),
  constraint person_version_relationship_known check (relationship in ('HEAD', 'SPOUSE', 'CHILD', 'OTHER')),
  constraint person_version_kojinbango_with_key check ((kojinbango_cipher is null) = (kojinbango_key_id is null)),
  constraint person_version_removed_after_start check (removed_on is null or resident_since is null or removed_on >= resident_since)
);
comment on table person_version is '住民記録の履歴: what we knew about a person from recorded_at on; the latest recorded row is the current one';
comment on column person_version.municipality_code is '全国地方公共団体コード';
comment on column person_version.version_id is 'id of this version';
comment on column person_version.atenabango is '宛名番号';
comment on column person_version.source is 'own register or 住基ネット';
comment on column person_version.household_number is '世帯番号';
comment on column person_version.relationship is '続柄';
comment on column person_version.father_atenabango is '父の宛名番号; the father may live elsewhere';
comment on column person_version.mother_atenabango is '母の宛名番号; the mother may live elsewhere';
comment on column person_version.jpki_serial is '番号紐付情報: serial of the signature certificate';
comment on column person_version.name is '氏名';
comment on column person_version.name_key is '氏名 normalised for comparison';
comment on column person_version.kana is '氏名フリガナ';
comment on column person_version.birth_date is '生年月日';
comment on column person_version.sex is '性別';
comment on column person_version.address is '住所';
comment on column person_version.resident_since is '住民となった日';
comment on column person_version.moved_from is '転入前の市区町村';
comment on column person_version.january1_municipality is '1月1日の住所地 of the year of valid_from';
comment on column person_version.removed_on is '消除日';
comment on column person_version.support_measure is '支援措置';
comment on column person_version.kojinbango_cipher is '個人番号, AES-GCM';
comment on column person_version.kojinbango_key_id is 'key of kojinbango_cipher';
comment on column person_version.valid_from is 'day from which the content holds (基準日 of the feed)';
comment on column person_version.recorded_at is 'when we came to know it';
create index person_version_current_ix on person_version (municipality_code, atenabango, recorded_at desc, version_id desc);
create index person_version_jpki_ix on person_version (municipality_code, jpki_serial) where jpki_serial is not null;
create index person_version_name_ix on person_version (municipality_code, name_key, birth_date);
create index person_version_household_ix on person_version (municipality_code, household_number);
select secure_tenant_table('person_version');
select keep_append_only('person_version');
grant select, insert on person_version to ${app_role};

create table tax_version (
  municipality_code char(6)     not null,
  version_id        uuid        not null default uuidv7(),
  atenabango        text        not null,
  tax_year          integer     not null,
  declared          boolean     not null,
  total_income_yen  bigint,
  recorded_at       timestamptz not null,
  constraint tax_version_pk primary key (municipality_code, version_id),
  constraint tax_version_undeclared_has_no_income check (declared = (total_income_yen is not null)),
  constraint tax_version_income_not_negative check (total_income_yen >= 0)
);
comment on table tax_version is '個人住民税の連携の履歴 (庁内); the latest recorded row is the current one';
comment on column tax_version.municipality_code is '全国地方公共団体コード';
comment on column tax_version.version_id is 'id of this version';
comment on column tax_version.atenabango is '宛名番号; the tax may know a person before the register does';
comment on column tax_version.tax_year is '課税年度';
comment on column tax_version.declared is 'false = 未申告';
comment on column tax_version.total_income_yen is '合計所得金額 (円); absent when not declared, never 0 for that';
comment on column tax_version.recorded_at is 'when we came to know it';
create index tax_version_current_ix on tax_version (municipality_code, atenabango, tax_year, recorded_at desc, version_id desc);
select secure_tenant_table('tax_version');
select keep_append_only('tax_version');
grant select, insert on tax_version to ${app_role};
