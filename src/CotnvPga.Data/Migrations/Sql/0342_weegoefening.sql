-- The national weighing exercise: fictional cases in two versions, weighed in a sandbox. No real case can be read or reached from here.
create schema oefening;
grant usage on schema oefening to pga_app;

create table oefening.ronde (
  id uuid primary key,
  jaar int not null check (jaar between 2025 and 2100),
  helft int not null check (helft in (1, 2)),
  van date not null,
  tot date not null,
  -- Decides which weegploeg gets which version; nobody chooses it.
  zaad text not null check (zaad ~ '^[0-9a-f]{32}$'),
  partij text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  vrijgegeven_op timestamptz,
  afgewezen_op timestamptz,
  check (tot > van),
  check (vrijgegeven_op is null or afgewezen_op is null)
);
-- Twice a year.
create unique index een_ronde_per_helft on oefening.ronde (jaar, helft) where afgewezen_op is null;
create table oefening.zaak (
  id uuid primary key,
  ronde_id uuid not null references oefening.ronde,
  volgorde int not null,
  titel text not null check (length(titel) between 1 and 200),
  kenmerk text not null check (kenmerk in ('geslacht', 'ideologie', 'herkomst')),
  tekst text not null,
  versie_a jsonb not null,
  versie_b jsonb not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  unique (ronde_id, volgorde)
);
create table oefening.controle (
  ronde_id uuid not null references oefening.ronde,
  partij text not null,
  door uuid not null,
  akkoord boolean not null,
  toelichting text not null check (length(toelichting) between 1 and 4000),
  op timestamptz not null default clock_timestamp(),
  primary key (ronde_id, partij)
);
create table oefening.oordeel (
  id uuid primary key,
  zaak_id uuid not null references oefening.zaak,
  gemeente text not null check (gemeente ~ '^[0-9]{4}$'),
  partij text not null,
  door uuid not null,
  versie text not null check (versie in ('a', 'b')),
  oordeel text not null check (oordeel in ('in_overeenstemming', 'niet_in_overeenstemming', 'meer_informatie')),
  inhoud text not null,
  op timestamptz not null default clock_timestamp(),
  unique (zaak_id, gemeente, partij)
);
create index on oefening.oordeel (door);

alter table oefening.ronde enable row level security;
alter table oefening.ronde force row level security;
alter table oefening.zaak enable row level security;
alter table oefening.zaak force row level security;
alter table oefening.controle enable row level security;
alter table oefening.controle force row level security;
alter table oefening.oordeel enable row level security;
alter table oefening.oordeel force row level security;
create policy eigenaar on oefening.ronde to pga_owner using (true) with check (true);
create policy eigenaar on oefening.zaak to pga_owner using (true) with check (true);
create policy eigenaar on oefening.controle to pga_owner using (true) with check (true);
create policy eigenaar on oefening.oordeel to pga_owner using (true) with check (true);
grant select (id, jaar, helft, van, tot, zaad, partij, door, op, vrijgegeven_op, afgewezen_op) on oefening.ronde to pga_app;
grant select on oefening.zaak, oefening.controle, oefening.oordeel to pga_app;
grant insert (id, jaar, helft, van, tot, zaad, partij, door) on oefening.ronde to pga_app;
grant insert (id, ronde_id, volgorde, titel, kenmerk, tekst, versie_a, versie_b, door) on oefening.zaak to pga_app;
grant insert (ronde_id, partij, door, akkoord, toelichting) on oefening.controle to pga_app;
grant insert (id, zaak_id, gemeente, partij, door, versie, oordeel, inhoud) on oefening.oordeel to pga_app;

create function toegang.vandaag() returns date
language sql stable set search_path = pg_catalog as $$ select (now() at time zone 'Europe/Amsterdam')::date $$;
create function toegang.oefening_namens(namens text, waar text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select toegang.taak() is not null and exists (
    select from jsonb_array_elements(toegang.kaartje()->'plaatsen') p where p->>'partij' = namens and (waar is null or p->>'waar' = waar))
$$;
-- Whether the party of this person in this weegploeg judged the case.
create function toegang.oefening_beoordeeld(welke uuid, waar text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from oefening.oordeel o where o.zaak_id = welke and o.gemeente = waar and toegang.oefening_namens(o.partij, waar))
$$;
grant execute on function toegang.vandaag(), toegang.oefening_namens(text, text), toegang.oefening_beoordeeld(uuid, text) to pga_app;

create policy zien on oefening.ronde for select to pga_app using (
  (select toegang.taak()) in ('oefening_maken', 'oefening_controleren') or (vrijgegeven_op is not null and (select toegang.taak()) = 'oefening_doen' and van <= (select toegang.vandaag())));
create policy maken on oefening.ronde for insert to pga_app with check (
  (select toegang.taak()) = 'oefening_maken' and door = (select (toegang.kaartje()->>'account')::uuid) and toegang.oefening_namens(partij, null));
create policy zien on oefening.zaak for select to pga_app using (exists (select from oefening.ronde r where r.id = ronde_id));
create policy maken on oefening.zaak for insert to pga_app with check (
  (select toegang.taak()) = 'oefening_maken' and door = (select (toegang.kaartje()->>'account')::uuid));
create policy zien on oefening.controle for select to pga_app using ((select toegang.taak()) in ('oefening_maken', 'oefening_controleren'));
create policy controleren on oefening.controle for insert to pga_app with check (
  (select toegang.taak()) = 'oefening_controleren' and door = (select (toegang.kaartje()->>'account')::uuid) and toegang.oefening_namens(partij, null));
-- One's own weegploeg, once one's own judgement is in.
create policy zien on oefening.oordeel for select to pga_app using (
  (select toegang.taak()) = 'oefening_doen' and toegang.taak_in(gemeente) and toegang.oefening_beoordeeld(zaak_id, gemeente));
create policy oordelen on oefening.oordeel for insert to pga_app with check (
  (select toegang.taak()) = 'oefening_doen' and door = (select (toegang.kaartje()->>'account')::uuid) and toegang.oefening_namens(partij, gemeente));

create function oefening.toets_zaak() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform 1 from oefening.ronde r where r.id = new.ronde_id and r.vrijgegeven_op is null and r.afgewezen_op is null
    and not exists (select from oefening.controle c where c.ronde_id = r.id) for update;
  if not found then raise exception 'this round takes no cases' using errcode = 'object_not_in_prerequisite_state'; end if;
  return new;
end $$;
create trigger toets_zaak before insert on oefening.zaak for each row execute function oefening.toets_zaak();

create function oefening.toets_controle() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  r oefening.ronde;
begin
  select * into r from oefening.ronde x where x.id = new.ronde_id for update;
  if r.id is null or r.vrijgegeven_op is not null or r.afgewezen_op is not null or r.door = new.door or r.partij = new.partij
    or not exists (select from oefening.zaak z where z.ronde_id = r.id) or exists (select from oefening.zaak z where z.ronde_id = r.id and z.door = new.door) then
    raise exception 'this round does not wait for this check' using errcode = 'check_violation';
  end if;
  if not new.akkoord then
    update oefening.ronde set afgewezen_op = clock_timestamp() where id = r.id;
  elsif exists (select from oefening.controle c where c.ronde_id = r.id and c.akkoord and c.partij <> new.partij and c.door <> new.door) then
    update oefening.ronde set vrijgegeven_op = clock_timestamp() where id = r.id;
  end if;
  return new;
end $$;
create trigger toets_controle before insert on oefening.controle for each row execute function oefening.toets_controle();

create function oefening.toets_oordeel() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (
    select from oefening.zaak z join oefening.ronde r on r.id = z.ronde_id
    where z.id = new.zaak_id and r.vrijgegeven_op is not null and toegang.vandaag() between r.van and r.tot) then
    raise exception 'this case is not weighed today' using errcode = 'object_not_in_prerequisite_state';
  end if;
  if exists (select from oefening.oordeel o where o.zaak_id = new.zaak_id and o.gemeente = new.gemeente and o.versie <> new.versie) then
    raise exception 'a weegploeg weighs one version' using errcode = 'check_violation';
  end if;
  if register.bevat_bsn(new.inhoud) then raise exception 'an exercise holds no person' using errcode = 'check_violation'; end if;
  return new;
end $$;
create trigger toets_oordeel before insert on oefening.oordeel for each row execute function oefening.toets_oordeel();

create function oefening.blijft() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' and tg_table_name = 'ronde' and to_jsonb(old)->>'vrijgegeven_op' is null and to_jsonb(old)->>'afgewezen_op' is null
    and (to_jsonb(new) - 'vrijgegeven_op' - 'afgewezen_op') is not distinct from (to_jsonb(old) - 'vrijgegeven_op' - 'afgewezen_op') then
    return new;
  end if;
  raise exception 'an exercise does not change' using errcode = 'check_violation';
end $$;
create trigger blijft before update or delete on oefening.ronde for each row execute function oefening.blijft();
create trigger blijft before update or delete on oefening.zaak for each row execute function oefening.blijft();
create trigger blijft before update or delete on oefening.controle for each row execute function oefening.blijft();
create trigger blijft before update or delete on oefening.oordeel for each row execute function oefening.blijft();

-- After a round: all judgements, each weegploeg under a number without meaning, and whether it is one's own.
create function toegang.oefening_oordelen(welke uuid)
returns table (zaak_id uuid, ploeg text, partij text, versie text, oordeel text, inhoud text, eigen boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select o.zaak_id, encode(sha256(convert_to(r.zaad || ':ploeg:' || o.gemeente, 'UTF8')), 'hex'), o.partij, o.versie, o.oordeel, o.inhoud,
    toegang.taak() = 'oefening_doen' and toegang.taak_in(o.gemeente)
  from oefening.ronde r join oefening.zaak z on z.ronde_id = r.id join oefening.oordeel o on o.zaak_id = z.id
  where r.id = welke and r.vrijgegeven_op is not null and r.tot < toegang.vandaag() and toegang.taak() in ('oefening_doen', 'oefening_maken', 'oefening_controleren')
$$;
-- Which rounds this person took part in whole: it counts as training.
create function toegang.oefening_gedaan()
returns table (ronde_id uuid, zaken bigint, gedaan bigint, laatst timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select z.ronde_id, count(*), count(o.id), max(o.op)
  from oefening.zaak z join oefening.ronde r on r.id = z.ronde_id and r.vrijgegeven_op is not null
  left join oefening.oordeel o on o.zaak_id = z.id and o.door = (toegang.kaartje()->>'account')::uuid
  where toegang.taak() = 'oefening_doen' group by 1
$$;
grant execute on function toegang.oefening_oordelen(uuid), toegang.oefening_gedaan() to pga_app;
