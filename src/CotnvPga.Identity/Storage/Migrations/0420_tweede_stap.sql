-- The second step of logging in. The secret is encrypted with a key that the database does not have, and the portal can make one and
-- never replace one: whoever takes over the portal's rights on the database cannot give an account another telephone.
create table identiteit.tweede_stap (
  account_id    uuid primary key references identiteit.account on delete cascade,
  secret        bytea not null,
  made_at       timestamptz not null,
  confirmed_at  timestamptz,
  last_step     bigint not null,
  failed        integer not null,
  wait_until    timestamptz
);

create table identiteit.herstelcode (
  account_id  uuid not null references identiteit.account on delete cascade,
  code_hash   bytea not null,
  used_at     timestamptz,
  primary key (account_id, code_hash)
);

-- What was confirmed stays confirmed, what was used stays used, and a code of the telephone that was seen is never valid again.
create function identiteit.second_step_only_forward() returns trigger language plpgsql as $$
begin
  if new.last_step < old.last_step or (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at) then
    raise exception 'A second step only goes forward.';
  end if;
  return new;
end $$;
create trigger second_step_only_forward before update on identiteit.tweede_stap
  for each row execute function identiteit.second_step_only_forward();

create function identiteit.recovery_code_once() returns trigger language plpgsql as $$
begin
  if old.used_at is not null then
    raise exception 'A recovery code can be used once.';
  end if;
  return new;
end $$;
create trigger recovery_code_once before update on identiteit.herstelcode
  for each row execute function identiteit.recovery_code_once();

grant select, insert, update (confirmed_at, last_step, failed, wait_until) on identiteit.tweede_stap to pga_app;
grant select, insert, update (used_at) on identiteit.herstelcode to pga_app;
