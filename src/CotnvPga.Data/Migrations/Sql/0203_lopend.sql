-- Running cases from before the portal. A concept is no case: who entered it sees it, then the three see what they must confirm, and only
-- when all three did does it become a case, in its real phase. What it says of the person stands apart and is read by who entered it only.
create table proces.lopend (
  partij text not null,
  fase text not null,
  wordt text[] not null,
  betrokken boolean not null,
  weging boolean not null,
  primary key (partij, fase)
);
grant select on proces.lopend to pga_app;

create table zaak.lopend (
  -- The case that it becomes, and its number.
  id uuid primary key,
  nummer text not null unique,
  gemeente text not null,
  partij text not null,
  door uuid not null,
  fase text not null,
  sinds date not null,
  weging_op date,
  partijen text[] not null,
  -- A hash of municipality and own reference, under a key outside the database: nothing is entered twice.
  herkenning bytea not null unique,
  kenmerk bytea not null,
  met_document boolean not null,
  kek text not null,
  ingepakt bytea,
  stand text not null default 'concept' check (stand in ('concept', 'voorgelegd', 'geopend')),
  op timestamptz not null default clock_timestamp()
);
create index on zaak.lopend (gemeente, stand);

create table zaak.lopend_inhoud (
  lopend_id uuid primary key references zaak.lopend on delete cascade,
  inhoud bytea not null,
  document bytea,
  check (octet_length(inhoud) <= 4 * 1024 * 1024 and octet_length(document) <= 10 * 1024 * 1024 + 28)
);

create table zaak.lopend_akkoord (
  lopend_id uuid not null references zaak.lopend on delete cascade,
  partij text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  primary key (lopend_id, partij)
);

-- Whether the person of the ticket acts for this party in this municipality.
create function toegang.handelt_voor(welke_partij text, waar text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select from jsonb_array_elements(toegang.kaartje()->'plaatsen') p
    where toegang.kaartje()->>'soort' = 'persoon' and p->>'partij' = welke_partij and p->>'waar' = waar)
$$;

-- For which of the parties that confirm a running case the person of the ticket acts in a municipality; null when for none.
create function toegang.bevestigt_in(waar text) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select p->>'partij' from jsonb_array_elements(toegang.kaartje()->'plaatsen') p
  where toegang.kaartje()->>'soort' = 'persoon' and p->>'waar' = waar
    and exists (select from proces.stap s where s.code = 'lopende_zaak_bevestigen' and p->>'partij' = any (s.partijen))
  limit 1
$$;
grant execute on function toegang.handelt_voor(text, text), toegang.bevestigt_in(text) to pga_app;

alter table zaak.lopend enable row level security;
alter table zaak.lopend_inhoud enable row level security;
alter table zaak.lopend_akkoord enable row level security;
grant select (id, nummer, gemeente, partij, door, fase, sinds, weging_op, partijen, kenmerk, met_document, stand, op) on zaak.lopend to pga_app;
grant select on zaak.lopend_inhoud, zaak.lopend_akkoord to pga_app;
create policy zien on zaak.lopend for select to pga_app using (
  (stand = 'concept' and door = (select (toegang.kaartje()->>'account')::uuid) and toegang.handelt_voor(partij, gemeente))
  or (stand = 'voorgelegd' and toegang.bevestigt_in(gemeente) is not null));
create policy zien on zaak.lopend_inhoud for select to pga_app using (exists (
  select from zaak.lopend l where l.id = lopend_id and l.door = (select (toegang.kaartje()->>'account')::uuid) and toegang.handelt_voor(l.partij, l.gemeente)));
create policy zien on zaak.lopend_akkoord for select to pga_app using (exists (select from zaak.lopend l where l.id = lopend_id));

-- A concept is kept for as long as the process says, not longer.
create function toegang.lopend_bewaren(welke uuid, nr text, waar text, namens text, in_fase text, sinds_dag date, weging_dag date, deelnemers text[],
  hash bytea, sleutel_kek text, sleutel_ingepakt bytea, eigen_kenmerk bytea, gegevens bytea, stuk bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  s proces.lopend;
  vandaag date := (now() at time zone 'Europe/Amsterdam')::date;
begin
  if not toegang.handelt_voor(namens, waar) then raise exception 'no place in this municipality' using errcode = 'insufficient_privilege'; end if;
  select * into s from proces.lopend l where l.partij = namens and l.fase = in_fase;
  if not found then raise exception '% enters no running case in %', namens, in_fase using errcode = 'check_violation'; end if;
  if s.weging and weging_dag is null or sinds_dag > vandaag or weging_dag > sinds_dag then raise exception 'the days do not fit' using errcode = 'check_violation'; end if;
  delete from zaak.lopend l where l.stand <> 'geopend' and l.op < now() - make_interval(days => (select waarde from proces.getal where code = 'lopende_zaak_concept'));
  insert into zaak.lopend (id, nummer, gemeente, partij, door, fase, sinds, weging_op, partijen, herkenning, kenmerk, met_document, kek, ingepakt)
  values (welke, nr, waar, namens, (toegang.kaartje()->>'account')::uuid, in_fase, sinds_dag, weging_dag, deelnemers, hash, eigen_kenmerk, stuk is not null, sleutel_kek, sleutel_ingepakt);
  insert into zaak.lopend_inhoud (lopend_id, inhoud, document) values (welke, gegevens, stuk);
end $$;

-- Which of these own references were entered before in the municipality: only for who enters there. Two that enter at once follow each
-- other, so that nothing is entered twice.
create function toegang.lopend_bekend(waar text, hashes bytea[]) returns table (herkenning bytea)
language plpgsql volatile security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  if toegang.bevestigt_in(waar) is null then return; end if;
  perform pg_advisory_xact_lock(hashtext('lopend/' || waar));
  return query select l.herkenning from zaak.lopend l where l.gemeente = waar and l.herkenning = any (hashes);
end $$;

-- The key of a concept, with a line in the log.
create function toegang.lopend_sleutel(welke uuid, wat text) returns bytea
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  l zaak.lopend;
begin
  select * into l from zaak.lopend x where x.id = welke and x.stand <> 'geopend';
  if not found or not ((l.stand = 'concept' and l.door = (kaart->>'account')::uuid and toegang.handelt_voor(l.partij, l.gemeente))
      or (l.stand = 'voorgelegd' and toegang.bevestigt_in(l.gemeente) is not null)) then
    return null;
  end if;
  insert into zaak.logboek (signaal_id, account, partij, handeling, doel, regel, grondslagen, convenant, verzoek)
  select l.id, (kaart->>'account')::uuid, toegang.bevestigt_in(l.gemeente), 'lopende_zaak', 'persoonsgericht', wat, array['wet-pga:14.2'], '', kaart->>'verzoek';
  return l.ingepakt;
end $$;

create function toegang.lopend_voorleggen(welke uuid) returns boolean
language sql volatile security definer set search_path = pg_catalog as $$
  with voorgelegd as (
    update zaak.lopend l set stand = 'voorgelegd'
    where l.id = welke and l.stand = 'concept' and l.door = (toegang.kaartje()->>'account')::uuid and toegang.handelt_voor(l.partij, l.gemeente) returning l.id, l.partij, l.door),
  eigen as (insert into zaak.lopend_akkoord (lopend_id, partij, door) select v.id, v.partij, v.door from voorgelegd v returning 1)
  select exists (select from eigen)
$$;

create function toegang.lopend_bevestigen(welke uuid) returns boolean
language sql volatile security definer set search_path = pg_catalog as $$
  with akkoord as (
    insert into zaak.lopend_akkoord (lopend_id, partij, door)
    select l.id, toegang.bevestigt_in(l.gemeente), (toegang.kaartje()->>'account')::uuid from zaak.lopend l
    where l.id = welke and l.stand = 'voorgelegd' and toegang.bevestigt_in(l.gemeente) is not null
    on conflict do nothing returning 1)
  select exists (select from akkoord)
$$;

-- Thrown away by who entered it, or refused by one of the three: as if it had never been entered.
create function toegang.lopend_intrekken(welke uuid) returns boolean
language sql volatile security definer set search_path = pg_catalog as $$
  with weg as (
    delete from zaak.lopend l where l.id = welke and l.stand <> 'geopend'
      and ((l.door = (toegang.kaartje()->>'account')::uuid and toegang.handelt_voor(l.partij, l.gemeente))
        or (l.stand = 'voorgelegd' and toegang.bevestigt_in(l.gemeente) is not null)) returning 1)
  select exists (select from weg)
$$;

-- All parties of the act confirmed: the case opens in its phase, with its own key; who entered it opens it and then records its items.
create function toegang.lopend_openen(welke uuid, convenant_hash text, onder text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  l zaak.lopend;
  s proces.lopend;
  a proces.stap;
begin
  select * into l from zaak.lopend x where x.id = welke and x.stand = 'voorgelegd' for update;
  if not found or l.door <> (kaart->>'account')::uuid or not toegang.handelt_voor(l.partij, l.gemeente) then
    raise exception 'no such concept for this ticket' using errcode = 'insufficient_privilege';
  end if;
  select * into strict s from proces.lopend p where p.partij = l.partij and p.fase = l.fase;
  select * into strict a from proces.stap where code = 'lopende_zaak_bevestigen';
  if (select count(*) from zaak.lopend_akkoord k where k.lopend_id = welke and k.partij = any (a.partijen)) < cardinality(a.partijen) then
    raise exception 'not all of the three confirmed' using errcode = 'check_violation';
  end if;
  insert into zaak.signaal (id, nummer, gemeente, fase, fase_sinds, convenant, uitgave)
  values (l.id, l.nummer, l.gemeente, l.fase, l.sinds::timestamp at time zone 'Europe/Amsterdam', convenant_hash, onder);
  insert into zaak.sleutel (signaal_id, kek, ingepakt) values (l.id, l.kek, l.ingepakt);
  insert into zaak.omstandigheid (id, signaal_id, partij, code, bron) select gen_random_uuid(), l.id, l.partij, c, 'start' from unnest(s.wordt) c;
  if s.betrokken then
    insert into zaak.omstandigheid (id, signaal_id, partij, code, bron) select gen_random_uuid(), l.id, p, 'betrokken', 'start' from unnest(l.partijen) p;
  end if;
  update zaak.lopend set stand = 'geopend', kenmerk = '', ingepakt = null where id = welke;
  delete from zaak.lopend_inhoud where lopend_id = welke;
  perform telling.tel(l.gemeente, 'lopende_zaak', l.fase);
end $$;
grant execute on function toegang.lopend_bewaren(uuid, text, text, text, text, date, date, text[], bytea, text, bytea, bytea, bytea, bytea),
  toegang.lopend_bekend(text, bytea[]), toegang.lopend_sleutel(uuid, text), toegang.lopend_voorleggen(uuid), toegang.lopend_bevestigen(uuid),
  toegang.lopend_intrekken(uuid), toegang.lopend_openen(uuid, text, text) to pga_app;

-- What is left of a concept goes with the case that it became.
create function zaak.vernietig_lopend() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from zaak.lopend where id = new.signaal_id;
  return new;
end $$;
create trigger lopend_vernietigen after insert on zaak.vernietiging for each row execute function zaak.vernietig_lopend();
