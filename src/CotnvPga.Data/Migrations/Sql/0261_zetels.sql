-- Seats of the adviser of the minister, requests for help and good practices: a desk without persons. No case can be read from it.
create schema coordinatie;
grant usage on schema coordinatie to pga_app;
alter table proces.stuk add column vraagt_zetel boolean not null default false;

create table coordinatie.zetel (
  id uuid primary key,
  nummer text not null unique,
  gemeente text not null,
  grondslag text not null,
  doel text not null,
  -- Whether a concrete event and a measure were written down in the case; not which.
  gebeurtenis boolean not null,
  dag date not null,
  gevraagd_op timestamptz not null default clock_timestamp(),
  -- The record that asked, until its case is destroyed. The portal cannot read this column.
  stuk_id uuid unique,
  -- Under which law it is the minister's task; 'geen' is an answer too.
  wet text,
  toelichting text,
  beoordeeld_door uuid,
  beoordeeld_op timestamptz,
  akkoord boolean,
  tweede_door uuid,
  tweede_op timestamptz,
  vernietigd_op timestamptz,
  check (tweede_door is null or (beoordeeld_door is not null and tweede_door <> beoordeeld_door))
);
create index on coordinatie.zetel (dag);

create table coordinatie.hulpvraag (
  id uuid primary key,
  gemeente text not null,
  onderwerp text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  opgepakt_op timestamptz
);
create table coordinatie.voorbeeld (
  id uuid primary key,
  titel text not null,
  tekst text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp()
);
alter table coordinatie.zetel enable row level security;
alter table coordinatie.hulpvraag enable row level security;
alter table coordinatie.voorbeeld enable row level security;

-- A ticket for a task names the task and the places of the memberships that have it.
create function toegang.taak() returns text
language sql stable security definer set search_path = pg_catalog as $$
  select toegang.kaartje()->>'handeling' where toegang.kaartje()->>'soort' = 'taak'
$$;
create function toegang.taak_in(waar text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select toegang.taak() is not null and exists (
    select from jsonb_array_elements(toegang.kaartje()->'plaatsen') p where p->>'waar' is null or p->>'waar' = waar)
$$;
grant execute on function toegang.taak(), toegang.taak_in(text) to pga_app;

grant select (id, nummer, gemeente, grondslag, doel, gebeurtenis, dag, gevraagd_op, wet, toelichting, beoordeeld_door, beoordeeld_op, akkoord, tweede_door, tweede_op, vernietigd_op)
  on coordinatie.zetel to pga_app;
create policy zien on coordinatie.zetel for select to pga_app using ((select toegang.taak()) = 'zetel_beoordelen');
grant select, insert on coordinatie.hulpvraag, coordinatie.voorbeeld to pga_app;
create policy zien on coordinatie.hulpvraag for select to pga_app using (toegang.taak_in(gemeente) and (select toegang.taak()) in ('zetel_beoordelen', 'hulp_vragen'));
create policy vragen on coordinatie.hulpvraag for insert to pga_app with check (
  (select toegang.taak()) = 'hulp_vragen' and toegang.taak_in(gemeente) and door = (select (toegang.kaartje()->>'account')::uuid) and opgepakt_op is null);
create policy zien on coordinatie.voorbeeld for select to pga_app using ((select toegang.taak()) in ('zetel_beoordelen', 'hulp_vragen'));
create policy geven on coordinatie.voorbeeld for insert to pga_app with check (
  (select toegang.taak()) in ('zetel_beoordelen', 'hulp_vragen') and door = (select (toegang.kaartje()->>'account')::uuid));

-- Asked from the case, by a record that was just laid down there.
create function toegang.zetel_vragen(stuk uuid, nr text, welke_grondslag text, welk_doel text, met_gebeurtenis boolean, op_dag date) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  insert into coordinatie.zetel (id, nummer, gemeente, grondslag, doel, gebeurtenis, dag, stuk_id)
  select gen_random_uuid(), nr, z.gemeente, welke_grondslag, welk_doel, met_gebeurtenis, op_dag, k.id
  from zaak.stuk k join proces.stuk s on s.code = k.soort and s.vraagt_zetel join zaak.signaal z on z.id = k.signaal_id
  where k.id = stuk and k.signaal_id = toegang.zaak_voor('proces');
  if not found then raise exception 'no record in the case of this ticket asks for a seat' using errcode = 'insufficient_privilege'; end if;
end $$;
-- How the seats stand that this case asked for.
create function toegang.zetels_van_zaak()
returns table (nummer text, grondslag text, dag date, wet text, toelichting text, akkoord boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select t.nummer, t.grondslag, t.dag, t.wet, t.toelichting, t.akkoord
  from coordinatie.zetel t join zaak.stuk k on k.id = t.stuk_id
  where k.signaal_id = toegang.zaak_voor('proces') and k.soort = any (toegang.leesbare_stukken())
  order by t.gevraagd_op desc
$$;
-- On the minister's side: one person says under which law, if any; a second one agrees or not.
create function toegang.zetel_beoordelen(welke uuid, welke_wet text, waarom text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update coordinatie.zetel set wet = welke_wet, toelichting = waarom, beoordeeld_door = (toegang.kaartje()->>'account')::uuid, beoordeeld_op = clock_timestamp()
  where id = welke and wet is null and toegang.taak() = 'zetel_beoordelen';
  return found;
end $$;
create function toegang.zetel_bevestigen(welke uuid, eens boolean) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update coordinatie.zetel set akkoord = eens, tweede_door = (toegang.kaartje()->>'account')::uuid, tweede_op = clock_timestamp()
  where id = welke and wet is not null and akkoord is null and beoordeeld_door <> (toegang.kaartje()->>'account')::uuid and toegang.taak() = 'zetel_beoordelen';
  return found;
end $$;
create function toegang.zetel_vernietigd(welke uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update coordinatie.zetel set vernietigd_op = clock_timestamp() where id = welke and akkoord and vernietigd_op is null and toegang.taak() = 'zetel_beoordelen';
  return found;
end $$;
create function toegang.hulp_oppakken(welke uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update coordinatie.hulpvraag set opgepakt_op = clock_timestamp() where id = welke and opgepakt_op is null and toegang.taak() = 'zetel_beoordelen';
  return found;
end $$;
grant execute on function toegang.zetel_vragen(uuid, text, text, text, boolean, date), toegang.zetels_van_zaak(), toegang.zetel_beoordelen(uuid, text, text),
  toegang.zetel_bevestigen(uuid, boolean), toegang.zetel_vernietigd(uuid), toegang.hulp_oppakken(uuid) to pga_app;

-- The line stays, without a way back to the case.
create function zaak.zetels_losmaken() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update coordinatie.zetel set stuk_id = null where stuk_id in (select k.id from zaak.stuk k where k.signaal_id = new.signaal_id);
  return new;
end $$;
create trigger losmaken_zetels after insert on zaak.vernietiging for each row execute function zaak.zetels_losmaken();
