-- Nobody's work hangs on one person: deputies, the pool, absence, the review of access, and accounts that nobody uses.
alter table identiteit.lidmaatschap
  -- For whom this person stands in; both names go into the log of what is done with it.
  add column deputy_for uuid references identiteit.account,
  -- The municipality that lends this person.
  add column lent_by text check (lent_by ~ '^[0-9]{4}$');

-- Days on which somebody does not work. Without a reason: that is nobody's business here.
create table identiteit.afwezigheid (
  id            uuid primary key,
  account_id    uuid not null references identiteit.account on delete cascade,
  first_day     date not null,
  last_day      date not null check (last_day >= first_day),
  noted_at      timestamptz not null,
  withdrawn_at  timestamptz
);
create index on identiteit.afwezigheid (account_id, last_day);

-- Trained people whom a municipality is willing to lend.
create table identiteit.pool (
  id             uuid primary key,
  membership_id  uuid not null references identiteit.lidmaatschap,
  last_day       date not null,
  offered_by     uuid not null references identiteit.account,
  offered_at     timestamptz not null,
  withdrawn_at   timestamptz
);
create unique index pool_een_keer on identiteit.pool (membership_id) where withdrawn_at is null;

-- A municipality asks for one of them; the lender agrees or not. Agreed, it is a membership with an end.
create table identiteit.achtervang (
  id             uuid primary key,
  offer_id       uuid not null references identiteit.pool,
  municipality   text not null check (municipality ~ '^[0-9]{4}$'),
  first_day      date not null,
  last_day       date not null check (last_day >= first_day),
  reason         text not null,
  asked_by       uuid not null references identiteit.account,
  asked_at       timestamptz not null,
  answered_by    uuid references identiteit.account,
  answered_at    timestamptz,
  membership_id  uuid references identiteit.lidmaatschap,
  check ((answered_by is null) = (answered_at is null))
);
create index on identiteit.achtervang (municipality);
create unique index achtervang_een_open on identiteit.achtervang (offer_id, municipality) where answered_at is null;

-- Each quarter somebody confirms each membership or ends it. Only added to.
create table identiteit.toegangstoets (
  membership_id  uuid not null references identiteit.lidmaatschap,
  quarter        date not null,
  decision       text not null check (decision in ('bevestigd', 'beeindigd')),
  decided_by     uuid not null references identiteit.account,
  decided_at     timestamptz not null,
  primary key (membership_id, quarter)
);

-- Who was told that the account is not used, and would end.
create table identiteit.stilte (
  account_id  uuid primary key references identiteit.account on delete cascade,
  last_used   date not null,
  warned_at   timestamptz not null
);

create index on identiteit.lidmaatschap (municipality, party);
grant select, insert, update (withdrawn_at) on identiteit.afwezigheid, identiteit.pool to pga_app;
grant select, insert, update (answered_by, answered_at, membership_id) on identiteit.achtervang to pga_app;
grant select, insert on identiteit.toegangstoets to pga_app;
grant select, insert, update, delete on identiteit.stilte to pga_app;
