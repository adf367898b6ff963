-- What somebody is told: the code of a fixed text, when, and whether it was read. Nothing of a case, not even which one.
create table identiteit.mail (
  id          uuid primary key,
  account_id  uuid not null references identiteit.account on delete cascade,
  made_at     timestamptz not null,
  attempts    integer not null,
  next_at     timestamptz not null,
  sent_at     timestamptz
);
create index on identiteit.mail (next_at) where sent_at is null;

create table identiteit.bericht (
  id          uuid primary key,
  account_id  uuid not null references identiteit.account on delete cascade,
  code        text not null,
  -- What it came of: the same happening is told once.
  event_id    uuid not null,
  told_at     timestamptz not null,
  read_at     timestamptz,
  -- The mail that says it; a message goes into one mail.
  mail_id     uuid references identiteit.mail
);
create unique index bericht_een_keer on identiteit.bericht (account_id, event_id, code);
create index on identiteit.bericht (account_id, told_at);
create index on identiteit.bericht (account_id) where mail_id is null;

create table identiteit.berichtvoorkeur (
  account_id  uuid primary key references identiteit.account on delete cascade,
  daily       boolean not null
);

grant select, insert, update on identiteit.mail, identiteit.berichtvoorkeur to pga_app;
grant select, insert, update (read_at, mail_id), delete on identiteit.bericht to pga_app;

-- People of a demo that was made before get an address in it; nothing is ever sent outside.
update identiteit.account set email = user_name || '@demo.example', normalized_email = upper(user_name || '@demo.example') where is_demo and email is null;
