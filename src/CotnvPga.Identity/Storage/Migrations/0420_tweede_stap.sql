-- Logging in: what somebody proved, when, and until when it counts. A log-in that was ended stays ended.
create table identiteit.inlog (
  id          uuid primary key,
  account_id  uuid not null references identiteit.account on delete cascade,
  at          timestamptz not null,
  level       text not null check (level in ('laag', 'substantieel')),
  proved_at   timestamptz not null,
  ends_at     timestamptz not null,
  ended_at    timestamptz
);
create index on identiteit.inlog (account_id);
create index on identiteit.inlog (ends_at);

create function identiteit.log_in_stays_ended() returns trigger language plpgsql as $$
begin
  if old.ended_at is not null or new.proved_at < old.proved_at then
    raise exception 'A log-in that was ended stays as it is.';
  end if;
  return new;
end $$;
create trigger log_in_stays_ended before update on identiteit.inlog
  for each row execute function identiteit.log_in_stays_ended();

-- Empty for a session that began before this was kept.
alter table identiteit.sessie add column log_in_id uuid references identiteit.inlog on delete cascade;
create index on identiteit.sessie (log_in_id);

-- A code that somebody gets in person and that lets them make a second step. For a new account whoever manages the host makes it. In place
-- of a telephone that is gone, two others ask for it: the portal can make no other kind than that one.
create table identiteit.uitnodiging (
  id            uuid primary key,
  account_id    uuid not null references identiteit.account on delete cascade,
  kind          text not null default 'herstel' check (kind in ('nieuw', 'herstel')),
  asked_by      uuid references identiteit.account,
  made_at       timestamptz not null,
  confirmed_by  uuid references identiteit.account,
  code_hash     bytea,
  expires_at    timestamptz not null,
  used_at       timestamptz,
  constraint two_others check (
    kind = 'nieuw'
    or (asked_by is not null and asked_by <> account_id
        and (code_hash is null or (confirmed_by is not null and confirmed_by not in (asked_by, account_id)))))
);
create index on identiteit.uitnodiging (account_id);

create function identiteit.invitation_only_forward() returns trigger language plpgsql as $$
begin
  if old.used_at is not null or (old.code_hash is not null and (new.code_hash, new.confirmed_by, new.expires_at) is distinct from (old.code_hash, old.confirmed_by, old.expires_at)) then
    raise exception 'An invitation is confirmed once and used once.';
  end if;
  return new;
end $$;
create trigger invitation_only_forward before update on identiteit.uitnodiging
  for each row execute function identiteit.invitation_only_forward();

-- The second step. The secret is encrypted with a key that the database does not have. The portal can add one with an invitation, and
-- neither replace a secret nor take one away: whoever takes over its rights on the database needs two colleagues as well.
create table identiteit.tweede_stap (
  id             uuid primary key,
  account_id     uuid not null references identiteit.account on delete cascade,
  invitation_id  uuid not null unique references identiteit.uitnodiging,
  secret         bytea not null,
  made_at        timestamptz not null,
  confirmed_at   timestamptz,
  replaced_at    timestamptz,
  last_step      bigint not null,
  failed         integer not null,
  wait_until     timestamptz
);
create index on identiteit.tweede_stap (account_id);
create unique index tweede_stap_one_in_use on identiteit.tweede_stap (account_id) where confirmed_at is not null and replaced_at is null;

create table identiteit.herstelcode (
  step_id    uuid not null references identiteit.tweede_stap on delete cascade,
  code_hash  bytea not null,
  used_at    timestamptz,
  primary key (step_id, code_hash)
);

create function identiteit.second_step_needs_invitation() returns trigger language plpgsql as $$
begin
  if not exists (
    select from identiteit.uitnodiging
    where id = new.invitation_id and account_id = new.account_id and code_hash is not null and used_at is null and expires_at > new.made_at
  ) then
    raise exception 'This invitation is not for this account, or not any more.';
  end if;
  return new;
end $$;
create trigger second_step_needs_invitation before insert on identiteit.tweede_stap
  for each row execute function identiteit.second_step_needs_invitation();

-- What was confirmed stays confirmed, what was replaced stays replaced, and a code of the telephone that was seen is never valid again.
create function identiteit.second_step_only_forward() returns trigger language plpgsql as $$
begin
  if new.last_step < old.last_step
    or (old.confirmed_at is not null and new.confirmed_at is distinct from old.confirmed_at)
    or (old.replaced_at is not null and new.replaced_at is distinct from old.replaced_at) then
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

grant select, insert, update (proved_at, ended_at), delete on identiteit.inlog to pga_app;
grant select, insert (id, account_id, asked_by, made_at, expires_at), update (confirmed_by, code_hash, expires_at, used_at) on identiteit.uitnodiging to pga_app;
grant select, insert, update (confirmed_at, replaced_at, last_step, failed, wait_until) on identiteit.tweede_stap to pga_app;
grant select, insert, update (used_at) on identiteit.herstelcode to pga_app;
