-- A package that was kept and not judged is claimed like other work that stands in a table.
alter table ${schema}.intake_package
  add column attempts        integer not null default 0,
  add column next_attempt_at timestamptz,
  add column lease_until     timestamptz;

-- What earlier versions left unjudged is due at once. The owner sees all municipalities for this statement only.
alter table ${schema}.intake_package no force row level security;
update ${schema}.intake_package set next_attempt_at = received_at where state = 'RECEIVED';
alter table ${schema}.intake_package force row level security;

alter table ${schema}.intake_package
  add constraint intake_package_attempts_ck check (attempts >= 0),
  -- No package waits for a judgement that is not due some time.
  add constraint intake_package_due_ck check ((state = 'RECEIVED') = (next_attempt_at is not null));
create index intake_package_due_ix on ${schema}.intake_package (next_attempt_at) where next_attempt_at is not null;

comment on column ${schema}.intake_package.attempts is 'judgements without the sender that failed by a fault of ours';
comment on column ${schema}.intake_package.next_attempt_at is 'earliest judgement without the sender; absent: judged';
comment on column ${schema}.intake_package.lease_until is 'a process judges the package until then';

create policy intake_package_dispatch on ${schema}.intake_package to ${dispatch_role} using (true) with check (true);
grant update (attempts, next_attempt_at, lease_until) on ${schema}.intake_package to ${app_role};
grant select (municipality_code, package_id, next_attempt_at, lease_until, attempts), update (lease_until)
  on ${schema}.intake_package to ${dispatch_role};
