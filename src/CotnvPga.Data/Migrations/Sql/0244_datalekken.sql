-- The register of breaches (besluit-pga:5, avg:33): per municipality, without anything of a case. Lines are added, never changed.
create schema toezicht;
grant usage on schema toezicht to pga_app;

create table toezicht.datalek (
  id uuid primary key,
  gemeente text not null check (gemeente ~ '^[0-9]{4}$'),
  nummer int not null,
  soort text not null,
  ontdekt_op timestamptz not null,
  omschrijving text not null,
  gevolgen text not null,
  -- Null: not known yet.
  aantal_mensen int check (aantal_mensen >= 0),
  melden_voor timestamptz not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  unique (gemeente, nummer),
  check (ontdekt_op <= op)
);
create table toezicht.datalek_regel (
  id uuid primary key,
  datalek_id uuid not null references toezicht.datalek,
  gemeente text not null,
  soort text not null,
  tekst text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp()
);
create index on toezicht.datalek_regel (datalek_id, op);
alter table toezicht.datalek enable row level security;
alter table toezicht.datalek_regel enable row level security;
grant select, insert on toezicht.datalek, toezicht.datalek_regel to pga_app;

-- The ticket names the municipalities for which the membership has the task: to read, or to keep.
create policy lezen on toezicht.datalek for select to pga_app using (
  exists (select from jsonb_array_elements((select toegang.kaartje())->'plaatsen') p where p->>'waar' = gemeente)
  and (select toegang.kaartje()->>'soort') in ('datalek_lezen', 'datalek_bijhouden'));
create policy lezen on toezicht.datalek_regel for select to pga_app using (
  exists (select from jsonb_array_elements((select toegang.kaartje())->'plaatsen') p where p->>'waar' = gemeente)
  and (select toegang.kaartje()->>'soort') in ('datalek_lezen', 'datalek_bijhouden'));
create policy bijhouden on toezicht.datalek for insert to pga_app with check (
  (select toegang.kaartje()->>'soort') = 'datalek_bijhouden' and door = (select (toegang.kaartje()->>'account')::uuid)
  and exists (select from jsonb_array_elements((select toegang.kaartje())->'plaatsen') p where p->>'waar' = gemeente));
create policy bijhouden on toezicht.datalek_regel for insert to pga_app with check (
  (select toegang.kaartje()->>'soort') = 'datalek_bijhouden' and door = (select (toegang.kaartje()->>'account')::uuid)
  and exists (select from jsonb_array_elements((select toegang.kaartje())->'plaatsen') p where p->>'waar' = gemeente));

-- Numbers follow each other per municipality, and a line is about a breach of its municipality.
create function toezicht.toets_datalek() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('datalek ' || new.gemeente, 0));
  new.nummer := coalesce((select max(d.nummer) from toezicht.datalek d where d.gemeente = new.gemeente), 0) + 1;
  perform telling.tel(new.gemeente, 'datalek', new.soort);
  return new;
end $$;
create trigger toets_datalek before insert on toezicht.datalek for each row execute function toezicht.toets_datalek();
create function toezicht.toets_datalek_regel() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from toezicht.datalek d where d.id = new.datalek_id and d.gemeente = new.gemeente) then
    raise exception 'no such breach here' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger toets_datalek_regel before insert on toezicht.datalek_regel for each row execute function toezicht.toets_datalek_regel();
