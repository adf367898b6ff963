-- The data-protection keys, so that every portal reads what another sealed: sessions, forms, drafts. Each key is encrypted with one that
-- the database does not have; a copy of this table opens nothing.
create table identiteit.ringsleutel (
  id         uuid primary key,
  name       text not null unique,
  sealed     bytea not null,
  added_at   timestamptz not null
);
grant select, insert on identiteit.ringsleutel to pga_app;
