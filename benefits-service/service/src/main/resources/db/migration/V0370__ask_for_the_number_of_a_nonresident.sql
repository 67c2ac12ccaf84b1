-- 住登外者宛名番号 is asked for at 031; what cannot be decided there is a person's task. The check on codes is widened, whatever it knows by now.
alter table question
  drop constraint question_channel_known,
  add constraint question_channel_known check (channel in ('OWN_REGISTER', 'OWN_TAX_FEED', 'JUKI', 'CHUKAN', 'ATENA', 'BANK'));
comment on column question.channel is 'own register, own tax feed, 住基ネット, 中間サーバー, 住登外者宛名番号管理機能 (031) or the bank';

do $$
declare
  known text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'action_point_code_known' and conrelid = 'action_point'::regclass);
begin
  execute 'alter table action_point drop constraint action_point_code_known, add constraint action_point_code_known '
    || replace(known, 'ARRAY[', 'ARRAY[''NUMBER_UNDECIDED''::text, ');
end $$;

create index question_of_participant on question (municipality_code, participant_id, kind);
