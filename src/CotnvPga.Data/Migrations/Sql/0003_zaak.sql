create table zaak.signaal (
  id uuid primary key,
  nummer text not null unique,
  gemeente text not null,
  fase text not null,
  ongelezen boolean not null default false,
  ronde int not null default 1,
  spoed_tot date,
  bewaarplicht boolean not null default false,
  fase_sinds timestamptz not null default clock_timestamp(),
  geopend_op timestamptz not null default clock_timestamp(),
  laatst_verwerkt_op timestamptz not null default clock_timestamp(),
  convenant text not null
);
create index on zaak.signaal (gemeente, fase, fase_sinds);

-- The key of a case, wrapped by a key that the database does not have. Throwing this row away destroys the case's contents.
create table zaak.sleutel (
  signaal_id uuid primary key references zaak.signaal,
  kek text not null,
  ingepakt bytea not null
);

create table zaak.gegeven (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  veld text not null,
  categorie text not null,
  bijzonder text not null,
  verstrekker text not null,
  -- Number of the cell in the engine's view table: category, nature, supplier.
  cel smallint not null,
  -- One bit per party (vocabulary order) for which necessity, and that of the special nature, is recorded.
  noodzaak int not null default 0,
  noodzaak_bijzonder int not null default 0,
  -- Item circumstances that do not depend on who looks, as bits in vocabulary order.
  vlaggen smallint not null default 0,
  waarde bytea not null,
  vastgelegd_namens text not null,
  vastgelegd_door uuid,
  vastgelegd_op timestamptz not null default clock_timestamp()
);
create index on zaak.gegeven (signaal_id);

create table zaak.noodzaak (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  gegeven_id uuid not null references zaak.gegeven on delete cascade,
  -- Null: for the three and for the supplier's own party.
  partij text,
  motivering bytea,
  bijzonder bytea,
  door uuid,
  namens text not null,
  op timestamptz not null default clock_timestamp()
);
create index on zaak.noodzaak (gegeven_id);

create table zaak.grondslag (
  gegeven_id uuid primary key references zaak.gegeven on delete cascade,
  signaal_id uuid not null references zaak.signaal,
  wet text not null check (wet in ('wpg', 'wjsg')),
  artikel text not null,
  instemming_van text not null,
  op date not null,
  door uuid,
  vastgelegd_op timestamptz not null default clock_timestamp()
);

-- What holds for a party in a case: the circumstances of the kind kijker. Ended, never deleted, until the case is destroyed.
create table zaak.omstandigheid (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  -- Null: for every party.
  partij text,
  -- Only for a party of another municipality.
  gemeente text,
  code text not null references proces.omstandigheid,
  bron text not null check (bron in ('start', 'stap', 'toelating', 'toetsing', 'verzoek')),
  bron_id uuid,
  sinds timestamptz not null default clock_timestamp(),
  tot timestamptz
);
create index on zaak.omstandigheid (signaal_id);
create index on zaak.omstandigheid (partij, gemeente, signaal_id);

create table zaak.weging (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  ronde int not null,
  partij text not null,
  oordeel text not null check (oordeel in ('in_overeenstemming', 'niet_in_overeenstemming', 'meer_informatie')),
  inhoud bytea not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  unique (signaal_id, ronde, partij)
);

-- A joint act: the words of the first are the proposal, the others post the same.
create table zaak.voorstel (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  soort text not null,
  woorden_hash bytea not null,
  inhoud bytea not null,
  stand text not null default 'open' check (stand in ('open', 'vervangen', 'aangenomen')),
  op timestamptz not null default clock_timestamp()
);
create unique index voorstel_een_open on zaak.voorstel (signaal_id, soort) where stand = 'open';

create table zaak.instemming (
  voorstel_id uuid not null references zaak.voorstel on delete cascade,
  signaal_id uuid not null references zaak.signaal,
  partij text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  primary key (voorstel_id, partij, door)
);

create table zaak.stap (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  stap text not null references proces.stap,
  van text not null,
  naar text not null,
  -- Null: the process itself.
  partij text,
  door uuid,
  voorstel_id uuid,
  -- Facts that the words of the step carry, as the code found them.
  feiten text[] not null default '{}',
  uitkomst text,
  toelichting bytea,
  op timestamptz not null default clock_timestamp()
);
create index on zaak.stap (signaal_id, op);

-- Acts beside the steps: consultations, admissions, hand-overs, reviews, requests. The words are encrypted.
create table zaak.handeling (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  soort text not null check (soort in ('toelating', 'verstrekking', 'toetsing', 'verzoek', 'afscherming', 'besluit')),
  partij text,
  gemeente text,
  inhoud bytea not null,
  namens text not null,
  door uuid,
  op timestamptz not null default clock_timestamp(),
  tot timestamptz
);
create index on zaak.handeling (signaal_id, soort);

-- Who saw what, under which article. Only added to.
create table zaak.logboek (
  id bigint generated always as identity primary key,
  op timestamptz not null default clock_timestamp(),
  signaal_id uuid not null,
  gegeven_id uuid,
  categorie text,
  verstrekker text,
  account uuid,
  partij text not null,
  gemeente text,
  -- Who received, when it was handed over outside the system.
  aan text,
  handeling text not null,
  doel text not null,
  regel text not null,
  grondslagen text[] not null,
  convenant text not null,
  verzoek text
);
create index on zaak.logboek (signaal_id, id);

-- The receipt of a public report, as a hash: it tells received or handled and nothing else.
create table zaak.ontvangstcode (
  code_hash bytea primary key,
  signaal_id uuid not null references zaak.signaal
);

create table zaak.vernietiging (
  signaal_id uuid primary key references zaak.signaal,
  op timestamptz not null default clock_timestamp(),
  grond text not null,
  aantal_gegevens int not null
);

-- An answer that was given under an idempotency key, kept with its effect.
create table zaak.herhaling (
  account uuid not null,
  pad text not null,
  sleutel text not null,
  inhoud_hash bytea not null,
  status int,
  antwoord bytea,
  locatie text,
  op timestamptz not null default clock_timestamp(),
  primary key (account, pad, sleutel)
);

-- Person-free: counts survive destruction.
create table telling.teller (
  jaar int not null,
  gemeente text not null,
  soort text not null,
  uitkomst text not null default '',
  aantal bigint not null,
  primary key (jaar, gemeente, soort, uitkomst)
);

create table telling.niet_aangemeld (
  id uuid primary key,
  gemeente text not null,
  partij text not null,
  reden text not null,
  op date not null
);
create index on telling.niet_aangemeld (gemeente, op);
