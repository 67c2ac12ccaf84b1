-- 補正: an amended application joins the case of the first, with an action point. The check is widened, whatever codes it knows by now.
do $$
declare
  known text := (select pg_get_constraintdef(oid) from pg_constraint where conname = 'action_point_code_known' and conrelid = 'action_point'::regclass);
begin
  execute 'alter table action_point drop constraint action_point_code_known, add constraint action_point_code_known '
    || replace(known, 'ARRAY[', 'ARRAY[''APPLICATION_AMENDED''::text, ');
end $$;
