-- 照会の取りやめ (IF_SKI_50111, IF_SKI_50412). An answer that still arrives is kept and told to nobody.
alter table ${schema}.inquiry
  add column cancel_reason text,
  add column cancel_requested_at timestamptz,
  add column cancel_accepted_at timestamptz,
  add constraint inquiry_cancel_ck check ((cancel_reason is null) = (cancel_requested_at is null)
    and (cancel_accepted_at is null or cancel_requested_at is not null)
    and (state <> 'CANCEL_REQUESTED' or (cancel_requested_at is not null and receipt_no is not null))),
  add constraint inquiry_cancel_reason_ck check (cancel_reason in ('WITHDRAWN', 'CASE_CLOSED', 'NOT_NEEDED')),
  drop constraint inquiry_sent_ck,
  add constraint inquiry_sent_ck check (sent_at is not null or state in ('DRAFT', 'FAILED', 'CANCELLED'));

comment on column ${schema}.inquiry.cancel_reason is 'why the case no longer wants the answer: WITHDRAWN 取下げ, CASE_CLOSED 処分済み, NOT_NEEDED 不要になった';
comment on column ${schema}.inquiry.cancel_requested_at is 'instant at which the case withdrew the question; from then on the case is told nothing';
comment on column ${schema}.inquiry.cancel_accepted_at is 'instant at which the 中間サーバー took the 取りやめ; its outcome is pulled later';

grant update (cancel_reason, cancel_requested_at, cancel_accepted_at) on ${schema}.inquiry to ${app_role};
