-- A copy of convenant/proces, written by the migration, so that the database refuses what the process data refuses.
create table proces.stap (
  code text primary key,
  wijze text not null check (wijze in ('alleen', 'samen', 'twee_personen', 'proces')),
  partijen text[] not null,
  met text[] not null,
  vereist text[] not null,
  geeft text[] not null,
  na text
);

create table proces.uitkomst (
  stap text not null references proces.stap on delete cascade,
  van text not null,
  volgorde int not null,
  naar text not null,
  wanneer text[] not null,
  primary key (stap, van, volgorde)
);

create table proces.start (
  partij text primary key,
  fase text not null,
  wordt text[] not null,
  geadresseerden text[] not null,
  geadresseerde_wordt text[] not null
);

create table proces.getal (
  code text primary key,
  waarde int not null,
  eenheid text not null
);

create table proces.omstandigheid (
  code text primary key,
  bit smallint not null unique
);

grant select on all tables in schema proces to pga_app;
