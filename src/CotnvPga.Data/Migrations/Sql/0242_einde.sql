-- The end of a case: what starts the term of retention again, what keeps a case from destruction, who objects against a transfer, and the certificate.
create table proces.verwerking (
  code text primary key,
  opnieuw_in text[] not null
);
grant select on proces.verwerking to pga_app;

-- Wet-pga:9 counts from the last processing. In a phase in which nothing is a processing for the purpose, that day stands still.
create function zaak.houd_klok() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.laatst_verwerkt_op > old.laatst_verwerkt_op and exists (select from proces.verwerking)
    and not exists (select from proces.verwerking v where old.fase = any (v.opnieuw_in)) then
    new.laatst_verwerkt_op := old.laatst_verwerkt_op;
  end if;
  return new;
end $$;
create trigger houd_klok before update on zaak.signaal for each row execute function zaak.houd_klok();

-- A record can keep the case from destruction while it stands; it shows nobody anything.
create function zaak.bewaar_door_stuk() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if exists (select from proces.stuk s where s.bewaart and (s.code = new.soort or s.code = any ((select e.bij from proces.stuk e where e.code = new.soort)::text[]))) then
    update zaak.signaal z set bewaarplicht = exists (
      select from zaak.stuk k join proces.stuk s on s.code = k.soort where k.signaal_id = z.id and s.bewaart and zaak.stuk_staat(k.id))
    where z.id = new.signaal_id;
  end if;
  return new;
end $$;
-- After the test of the record itself: triggers run in order of name.
create trigger verwerk_bewaarplicht after insert on zaak.stuk for each row execute function zaak.bewaar_door_stuk();

-- Items that a record names. Of a kind that holds back, the items do not go along in a transfer (wet-pga:7.2).
alter table proces.stuk add column houdt_tegen boolean not null default false;
create table zaak.stuk_gegeven (
  stuk_id uuid not null references zaak.stuk on delete cascade,
  signaal_id uuid not null references zaak.signaal,
  gegeven_id uuid not null references zaak.gegeven on delete cascade,
  primary key (stuk_id, gegeven_id)
);
create index on zaak.stuk_gegeven (gegeven_id);
alter table zaak.stuk_gegeven enable row level security;
grant select, insert on zaak.stuk_gegeven to pga_app;
create policy zien on zaak.stuk_gegeven for select to pga_app using (
  signaal_id = (select toegang.zaak_voor('proces')) and exists (select from zaak.stuk k where k.id = stuk_id));
-- Only about the party's own items, in its own record of this case.
create policy doen on zaak.stuk_gegeven for insert to pga_app with check (
  signaal_id = (select toegang.zaak_voor('proces'))
  and exists (select from zaak.stuk k where k.id = stuk_id and k.signaal_id = stuk_gegeven.signaal_id and k.namens = (select toegang.kaartje()->>'partij')));
create function zaak.toets_stuk_gegeven() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (
      select from zaak.stuk k join zaak.gegeven g on g.signaal_id = k.signaal_id
      where k.id = new.stuk_id and g.id = new.gegeven_id and g.verstrekker = k.namens) then
    raise exception 'the item is not one that the party supplied' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger toets_stuk_gegeven before insert on zaak.stuk_gegeven for each row execute function zaak.toets_stuk_gegeven();

create or replace function toegang.bezwaren(welke uuid[])
returns int
language sql stable security definer set search_path = pg_catalog as $$
  select count(*)::int from zaak.gegeven g
  where g.signaal_id = toegang.zaak_voor('proces') and g.id = any (welke)
    and (g.vlaggen & 4 <> 0 or exists (
      select from zaak.stuk_gegeven t join zaak.stuk k on k.id = t.stuk_id join proces.stuk s on s.code = k.soort
      where t.gegeven_id = g.id and s.houdt_tegen and not exists (select from zaak.stuk n where n.vervangt = k.id)))
$$;

-- What is left of a destroyed case: its number, when, why, how many items, who acted. No person in it. For the parties that may destroy.
create function toegang.vernietigingen()
returns table (nummer text, gemeente text, geopend_op timestamptz, op timestamptz, stap text, van text, aantal int, partij text, door uuid[])
language sql stable security definer set search_path = pg_catalog as $$
  select s.nummer, s.gemeente, s.geopend_op, v.op, v.grond, st.van, v.aantal_gegevens, st.partij,
    array(select distinct i.door from zaak.instemming i where i.voorstel_id = st.voorstel_id)
  from zaak.vernietiging v
  join zaak.signaal s on s.id = v.signaal_id
  join lateral (select x.van, x.partij, x.voorstel_id from zaak.stap x where x.signaal_id = s.id and x.naar = 'vernietigd' order by x.op desc limit 1) st on true
  where toegang.kaartje()->>'soort' = 'persoon' and exists (
    select from jsonb_array_elements(toegang.kaartje()->'plaatsen') p join proces.stap d on d.code = 'vernietigen'
    where p->>'waar' = s.gemeente and p->>'partij' = any (d.partijen))
  order by v.op desc
$$;
grant execute on function toegang.vernietigingen() to pga_app;
