-- A transfer to the consultation of another municipality (wet-pga:7.1): what goes along waits, sealed with the key of the new case there.
create table zaak.overdracht (
  id uuid primary key,
  -- The new case, in the other municipality.
  signaal_id uuid not null references zaak.signaal,
  van_nummer text not null,
  van_gemeente text not null,
  aantal int not null,
  -- Emptied once it was taken over.
  inhoud bytea,
  op timestamptz not null default clock_timestamp(),
  overgenomen_op timestamptz,
  overgenomen_aantal int
);
create index on zaak.overdracht (signaal_id);
alter table zaak.overdracht enable row level security;
grant select on zaak.overdracht to pga_app;

-- Who supplied an item in the case that it came from, beside casusoverleg_elders.
create table zaak.eerste_verstrekker (
  gegeven_id uuid primary key references zaak.gegeven on delete cascade,
  signaal_id uuid not null references zaak.signaal,
  verstrekker text not null,
  gemeente text not null
);
alter table zaak.eerste_verstrekker enable row level security;
grant select, insert on zaak.eerste_verstrekker to pga_app;
create policy zien on zaak.eerste_verstrekker for select to pga_app using (
  signaal_id = (select toegang.zaak()) and exists (select from zaak.gegeven g where g.id = gegeven_id));

-- Who may take it over: the party of the act, with its circumstance, while the new case is in the phase of the act.
create function toegang.mag_overnemen(welke uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select toegang.zaak_voor('proces') = welke and exists (
    select from proces.stap s join zaak.omstandigheid o on o.code = any (s.met)
    where s.code = 'overdracht_overnemen' and toegang.kaartje()->>'partij' = any (s.partijen)
      and o.signaal_id = welke and o.partij = toegang.kaartje()->>'partij' and (o.tot is null or o.tot > clock_timestamp()))
$$;
grant execute on function toegang.mag_overnemen(uuid) to pga_app;
create policy zien on zaak.overdracht for select to pga_app using (
  signaal_id = (select toegang.zaak_voor('proces')) and (select toegang.mag_overnemen(toegang.zaak_voor('proces'))));
create policy overnemen on zaak.eerste_verstrekker for insert to pga_app with check (
  signaal_id = (select toegang.zaak_voor('proces')) and (select toegang.mag_overnemen(toegang.zaak_voor('proces'))));

-- Lays down what goes along, on the ticket of the old case: the three decided for this municipality, and the new case was begun for it.
create function toegang.overdracht_klaarleggen(welke uuid, naar uuid, inhoud_verzegeld bytea, hoeveel int) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  oud zaak.signaal;
  nieuw zaak.signaal;
begin
  select * into oud from zaak.signaal where id = toegang.zaak_voor('proces');
  select * into nieuw from zaak.signaal where id = naar;
  if oud.id is null or nieuw.id is null then raise exception 'no ticket' using errcode = 'insufficient_privilege'; end if;
  if not exists (select from proces.stap s where s.code = 'overdracht_sturen' and toegang.kaartje()->>'partij' = any (s.partijen)) then
    raise exception 'not for this party' using errcode = 'insufficient_privilege';
  end if;
  if not exists (
      select from zaak.omstandigheid o join zaak.stap st on st.id = o.bron_id and st.stap = 'overdragen'
      where o.signaal_id = oud.id and o.partij = 'casusoverleg_elders' and o.gemeente = nieuw.gemeente and o.code = 'gevolgen_elders' and (o.tot is null or o.tot > clock_timestamp())) then
    raise exception 'the three did not decide to transfer there' using errcode = 'check_violation';
  end if;
  if nieuw.gemeente = oud.gemeente or nieuw.geopend_op < now() or not exists (
      select from zaak.omstandigheid o where o.signaal_id = nieuw.id and o.code = 'aanmelder' and o.gemeente = oud.gemeente) then
    raise exception 'the new case was not begun for this transfer' using errcode = 'check_violation';
  end if;
  insert into zaak.overdracht (id, signaal_id, van_nummer, van_gemeente, aantal, inhoud) values (welke, naar, oud.nummer, oud.gemeente, hoeveel, inhoud_verzegeld);
  perform telling.tel(oud.gemeente, 'overdracht', nieuw.gemeente);
end $$;
create function toegang.overdracht_afronden(welke uuid, hoeveel int) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  update zaak.overdracht o set inhoud = null, overgenomen_op = clock_timestamp(), overgenomen_aantal = hoeveel
  where o.id = welke and o.overgenomen_op is null and toegang.mag_overnemen(o.signaal_id);
  if not found then raise exception 'nothing to take over' using errcode = 'serialization_failure'; end if;
end $$;
grant execute on function toegang.overdracht_klaarleggen(uuid, uuid, bytea, int), toegang.overdracht_afronden(uuid, int) to pga_app;

create function zaak.vernietig_overdracht() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from zaak.overdracht where signaal_id = new.signaal_id;
  return new;
end $$;
create trigger overdracht_vernietigen after insert on zaak.vernietiging for each row execute function zaak.vernietig_overdracht();
