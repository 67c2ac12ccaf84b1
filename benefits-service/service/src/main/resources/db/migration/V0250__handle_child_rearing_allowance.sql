alter table benefit_case
  drop constraint benefit_case_programme_known,
  add constraint benefit_case_programme_known check (programme in ('CHILD_ALLOWANCE', 'CHILD_REARING_ALLOWANCE')),
  add column declaration_cipher bytea,
  add column declaration_key_id text,
  add constraint benefit_case_declaration_with_key check ((declaration_cipher is null) = (declaration_key_id is null)),
  add constraint benefit_case_declaration_of_programme check ((programme = 'CHILD_REARING_ALLOWANCE') = (declaration_cipher is not null));
comment on column benefit_case.declaration_cipher is '児童扶養手当の申立て (支給事由, 養育費, 公的年金, 扶養義務者) as received, AES-GCM';
comment on column benefit_case.declaration_key_id is 'key of declaration_cipher';

alter table case_participant
  drop constraint case_participant_role_known,
  add constraint case_participant_role_known check (role in ('APPLICANT', 'SPOUSE', 'CHILD', 'COUNTED_SIBLING', 'SUPPORTER'));
comment on column case_participant.role is '請求者, 配偶者, 児童, 第三子以降算定額算定対象者, 扶養義務者';

alter table question
  drop constraint question_kind_known,
  add constraint question_kind_known check (kind in ('IDENTITY', 'TAX', 'ACCOUNT', 'FAMILY_REGISTER', 'PENSION'));
comment on column question.kind is '本人確認情報, 地方税関係情報, 公金受取口座情報, 戸籍関係情報, 年金給付関係情報';

alter table fact
  drop constraint fact_kind_known,
  add constraint fact_kind_known check (kind in ('RESIDENCE', 'CHILD_RESIDENCE', 'INCOME', 'ACCOUNT', 'PUBLIC_SERVANT', 'CARE', 'COUNTED_SIBLING',
    'SPOUSE', 'QUALIFYING_EVENT', 'PENSION', 'CHILD_SUPPORT', 'SUPPORTER'));

alter table action_point
  drop constraint action_point_code_known,
  add constraint action_point_code_known check (code in ('IDENTITY_UNMATCHED', 'DUPLICATE_APPLICATION', 'COMPETING_CLAIM', 'SEPARATED_PARENTS',
    'OTHER_PARENT_NOT_NAMED', 'INCOME_UNDECLARED', 'INCOME_NOT_AVAILABLE', 'CHILD_NOT_FOUND', 'RESIDENCE_DIFFERS', 'ACCOUNT_NOT_REGISTERED',
    'ACCOUNT_HOLDER_DIFFERS', 'ACCOUNT_NOT_AVAILABLE', 'ACCOUNT_INVALID', 'GROUND_NOT_CONFIRMED', 'PENSION_NOT_AVAILABLE',
    'PENSION_NOT_DECLARED', 'SUPPORTER_NOT_NAMED', 'RULE_REFERS'));

alter table decision
  add constraint decision_programme_known check (programme in ('CHILD_ALLOWANCE', 'CHILD_REARING_ALLOWANCE'));
comment on column decision.outcome is '認定 or 却下; 認定 also where every month is 全部支給停止';

alter table payment_run
  drop constraint payment_run_programme_known,
  add constraint payment_run_programme_known check (programme in ('CHILD_ALLOWANCE', 'CHILD_REARING_ALLOWANCE'));

alter table ledger_entry
  drop constraint ledger_entry_programme_known,
  add constraint ledger_entry_programme_known check (programme in ('CHILD_ALLOWANCE', 'CHILD_REARING_ALLOWANCE'));

alter table notice
  drop constraint notice_kind_known,
  add constraint notice_kind_known check (kind in ('CERTIFICATION', 'SUSPENSION', 'REFUSAL'));
comment on column notice.kind is '認定通知書, 支給停止通知書 or 認定請求却下通知書';

alter table tax_version
  add column detail_cipher bytea,
  add column detail_key_id text,
  add constraint tax_version_detail_with_key check ((detail_cipher is null) = (detail_key_id is null)),
  add constraint tax_version_undeclared_has_no_detail check (declared or detail_cipher is null);
comment on column tax_version.detail_cipher is '所得・控除の内訳, AES-GCM: it tells of illness and disability; absent where the feed gives the total only';
comment on column tax_version.detail_key_id is 'key of detail_cipher';
