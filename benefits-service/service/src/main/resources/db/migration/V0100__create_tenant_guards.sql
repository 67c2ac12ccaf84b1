-- What every table of this schema needs: tenant isolation and, for records that stand for ever, refusal of change.

create function secure_tenant_table(table_name regclass) returns void
language plpgsql as $$
begin
  execute format('alter table %s enable row level security', table_name);
  -- force: the owner of the table is held to the policy too.
  execute format('alter table %s force row level security', table_name);
  -- bpchar: compared with text the column would be cast and no index could serve the policy.
  execute format('create policy tenant on %s using (municipality_code = current_setting(''app.municipality'', true)::bpchar)'
    || ' with check (municipality_code = current_setting(''app.municipality'', true)::bpchar)', table_name);
end
$$;
comment on function secure_tenant_table(regclass) is 'Row-level security by municipality_code, forced for the owner too';

create function refuse_change() returns trigger
language plpgsql as $$
begin
  raise exception 'rows of % are never changed or removed: add a new row that supersedes', tg_table_name
    using errcode = 'restrict_violation';
end
$$;
comment on function refuse_change() is 'Trigger of append-only tables';

create function keep_append_only(table_name regclass) returns void
language plpgsql as $$
begin
  execute format('create trigger append_only before update or delete on %s for each row execute function refuse_change()', table_name);
  execute format('create trigger append_only_truncate before truncate on %s for each statement execute function refuse_change()', table_name);
end
$$;
comment on function keep_append_only(regclass) is 'Makes a table append-only for every role';

create table number_series (
  municipality_code char(6) not null,
  series            text    not null,
  year              integer not null,
  last_number       bigint  not null,
  constraint number_series_pk primary key (municipality_code, series, year),
  constraint number_series_positive check (last_number > 0)
);
comment on table number_series is '番号の系列: visible numbers per municipality, series and year';
comment on column number_series.municipality_code is '全国地方公共団体コード';
comment on column number_series.series is 'what is numbered, e.g. CASE';
comment on column number_series.year is '年度ではなく暦年; 0 for a series without years';
comment on column number_series.last_number is 'number given last';
select secure_tenant_table('number_series');
grant select, insert, update on number_series to ${app_role};
