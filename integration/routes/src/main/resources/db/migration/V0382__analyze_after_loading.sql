select ${schema}.sample_little('${schema}.inquiry_round_line');

-- A round brings more lines than the tables held before. Until the next automatic analysis the planner would take them for a handful, and compare
-- all with all. The service does not own the tables: the function runs as their owner and can do nothing else. It waits for nobody: a vacuum
-- against wraparound does not give way, and may take hours.
create function ${schema}.know_the_round() returns void
language plpgsql security definer set search_path = pg_catalog, pg_temp as $body$
begin
  analyze (skip_locked) ${schema}.inquiry_round_line;
  analyze (skip_locked) ${schema}.inquiry;
end $body$;
revoke all on function ${schema}.know_the_round() from public;
grant execute on function ${schema}.know_the_round() to ${app_role};
