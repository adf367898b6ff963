-- Conflicts of interest (belangen): who has no place in one case. 'uitgesloten' names a person who has none at all; 'alleen' names those
-- of a party who have one, and then nobody else of that party. Tested here, where places are given, so that nothing else has to.
create table proces.lidmaatschap (
  partij text primary key,
  belangen text[] not null
);
create table proces.nevenstap_fase (
  stap text not null references proces.stap on delete cascade,
  fase text not null,
  primary key (stap, fase)
);
grant select on proces.lidmaatschap, proces.nevenstap_fase to pga_app;

create table zaak.belang (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  stap text not null references proces.stap,
  soort text not null check (soort in ('uitgesloten', 'alleen')),
  -- Whom it is about, and as a member of which party.
  account uuid not null,
  partij text not null,
  inhoud bytea not null,
  namens text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  tot timestamptz,
  beeindigd_door uuid,
  check ((tot is null) = (beeindigd_door is null))
);
create unique index belang_een_keer on zaak.belang (signaal_id, soort, account, partij) where tot is null;
create index on zaak.belang (account) where tot is null;
alter table zaak.belang enable row level security;

-- Whether a person has no place in a case for this party (of another municipality: gemeente).
create function toegang.buiten(signaal uuid, wie uuid, p text, g text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from zaak.belang b where b.signaal_id = signaal and b.tot is null and b.soort = 'uitgesloten' and b.account = wie)
    or (g is null
      and exists (select from zaak.belang b where b.signaal_id = signaal and b.tot is null and b.soort = 'alleen' and b.partij = p)
      and not exists (select from zaak.belang b where b.signaal_id = signaal and b.tot is null and b.soort = 'alleen' and b.partij = p and b.account = wie))
$$;

-- The same for a list: the few cases in which a person has no place, so that the many others cost nothing.
create function toegang.gesloten_zaken(wie uuid, p text, g text) returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct b.signaal_id), '{}') from zaak.belang b
  where b.tot is null and (b.account = wie or (b.soort = 'alleen' and b.partij = p)) and toegang.buiten(b.signaal_id, wie, p, g)
$$;

-- The case of a ticket: also a ticket that was sealed a moment before.
create or replace function toegang.zaak() returns uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  gevonden uuid;
  claim int;
begin
  if kaart is null or kaart->>'soort' is distinct from 'zaak' then return null; end if;
  claim := (kaart->>'omstandigheden')::int & toegang.bewaakte_bits();
  select s.id into gevonden from zaak.signaal s
  where s.id = (kaart->>'zaak')::uuid and s.fase = kaart->>'fase'
    and (claim & ~toegang.bits(s.id, kaart->>'partij', kaart->>'gemeente')) = 0
    -- At a hand-over the ticket is of the party that receives, while the person acts for the party that gives.
    and not toegang.buiten(s.id, (kaart->>'account')::uuid, coalesce(kaart->>'namens', kaart->>'partij'),
      case when kaart->>'namens' is null then kaart->>'gemeente' else kaart->>'namens_gemeente' end);
  return gevonden;
end $$;

create or replace function toegang.stand(welke uuid)
returns table (id uuid, nummer text, gemeente text, fase text, ongelezen boolean, ronde int, spoed_tot date, bewaarplicht boolean,
  fase_sinds timestamptz, geopend_op timestamptz, laatst_verwerkt_op timestamptz, plaats int, elders boolean, bits int, uitgave text)
language sql volatile security definer set search_path = pg_catalog as $$
  select s.id, s.nummer, s.gemeente, s.fase, s.ongelezen, s.ronde, s.spoed_tot, s.bewaarplicht, s.fase_sinds, s.geopend_op, s.laatst_verwerkt_op,
    (p.nr - 1)::int, false, toegang.bits(s.id, p.plaats->>'partij', null), s.uitgave
  from jsonb_array_elements(toegang.kaartje()->'plaatsen') with ordinality as p(plaats, nr)
  join zaak.signaal s on s.id = welke and (p.plaats->>'waar' is null or p.plaats->>'waar' = s.gemeente)
  where toegang.kaartje()->>'soort' = 'persoon'
    and not toegang.buiten(s.id, (toegang.kaartje()->>'account')::uuid, p.plaats->>'partij', null)
  union all
  select s.id, s.nummer, s.gemeente, s.fase, s.ongelezen, s.ronde, s.spoed_tot, s.bewaarplicht, s.fase_sinds, s.geopend_op, s.laatst_verwerkt_op,
    (p.nr - 1)::int, true, toegang.bits(s.id, p.plaats->>'elders', p.plaats->>'waar'), s.uitgave
  from jsonb_array_elements(toegang.kaartje()->'plaatsen') with ordinality as p(plaats, nr)
  join zaak.signaal s on s.id = welke and s.gemeente <> p.plaats->>'waar'
  where toegang.kaartje()->>'soort' = 'persoon' and p.plaats->>'elders' is not null
    -- Another municipality has a place only in a case that it was brought into by name.
    and exists (select from zaak.omstandigheid o where o.signaal_id = s.id and o.partij = p.plaats->>'elders' and o.gemeente = p.plaats->>'waar')
    and not toegang.buiten(s.id, (toegang.kaartje()->>'account')::uuid, p.plaats->>'elders', p.plaats->>'waar')
$$;

create or replace function toegang.eigen_zaken()
returns table (id uuid, plaats int, elders boolean, fase text, gemeente text, uitgave text, bits int)
language sql stable security definer set search_path = pg_catalog as $$
  select s.id, p.nr, false, s.fase, s.gemeente, s.uitgave, toegang.bits(s.id, p.plaats->>'partij', null)
  from (select q.plaats, (q.nr - 1)::int as nr, toegang.gesloten_zaken((toegang.kaartje()->>'account')::uuid, q.plaats->>'partij', null) as gesloten
        from jsonb_array_elements(toegang.kaartje()->'plaatsen') with ordinality as q(plaats, nr)) p
  join zaak.signaal s on p.plaats->>'waar' is null or p.plaats->>'waar' = s.gemeente
  where toegang.kaartje()->>'soort' = 'persoon' and s.fase <> 'vernietigd' and s.id <> all (p.gesloten)
  union all
  select s.id, (p.nr - 1)::int, true, s.fase, s.gemeente, s.uitgave, toegang.bits(s.id, p.plaats->>'elders', p.plaats->>'waar')
  from jsonb_array_elements(toegang.kaartje()->'plaatsen') with ordinality as p(plaats, nr)
  join (select distinct o.signaal_id, o.partij, o.gemeente from zaak.omstandigheid o where o.gemeente is not null) o
    on o.partij = p.plaats->>'elders' and o.gemeente = p.plaats->>'waar'
  join zaak.signaal s on s.id = o.signaal_id and s.gemeente <> p.plaats->>'waar'
  where toegang.kaartje()->>'soort' = 'persoon' and s.fase <> 'vernietigd'
    and not toegang.buiten(s.id, (toegang.kaartje()->>'account')::uuid, p.plaats->>'elders', p.plaats->>'waar')
$$;

-- What a party is told of a case is not told to who has no place in it. About oneself only: nobody can ask it of somebody else.
create function toegang.zelf_buiten(signaal uuid, p text, g text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select toegang.buiten(signaal, (toegang.kaartje()->>'account')::uuid, p, g)
$$;
grant execute on function toegang.zelf_buiten(uuid, text, text) to pga_app;
alter policy zien on zaak.mededeling using (
  exists (
    select from jsonb_array_elements((select toegang.kaartje())->'plaatsen') p
    where (elders is null and p->>'partij' = partij and p->>'waar' = gemeente)
       or (elders is not null and p->>'elders' = partij and p->>'waar' = elders))
  and not toegang.zelf_buiten(signaal_id, partij, elders));

-- Who keeps the list of a party: those the process data name; whoever put somebody on it goes on seeing that line.
grant select, insert on zaak.belang to pga_app;
grant update (tot, beeindigd_door) on zaak.belang to pga_app;
create function toegang.beheert_belang(p text, wie_deed_het text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select toegang.kaartje()->>'gemeente' is null and (toegang.kaartje()->>'partij' = wie_deed_het
    or exists (select from proces.lidmaatschap l where l.partij = p and toegang.kaartje()->>'partij' = any (l.belangen)))
$$;
grant execute on function toegang.beheert_belang(text, text) to pga_app;
create policy zien on zaak.belang for select to pga_app using (
  signaal_id = (select toegang.zaak_voor('proces')) and toegang.beheert_belang(partij, namens));
create policy doen on zaak.belang for insert to pga_app with check (
  signaal_id = (select toegang.zaak_voor('proces')) and tot is null
  and namens = (select toegang.kaartje()->>'partij') and door = (select (toegang.kaartje()->>'account')::uuid));
create policy beeindigen on zaak.belang for update to pga_app
  using (signaal_id = (select toegang.zaak_voor('proces')) and tot is null and toegang.beheert_belang(partij, namens))
  with check (tot is not null and beeindigd_door = (select (toegang.kaartje()->>'account')::uuid));

-- The act must be the party's in this phase, and about a member that it may speak for: a party whose list it keeps, or, before the
-- case comes to the three, any participant's (the act that asks for the circumstance of the receiver).
create function zaak.toets_belang() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  z zaak.signaal;
  s proces.stap;
begin
  select * into strict z from zaak.signaal where id = new.signaal_id for update;
  select * into strict s from proces.stap where code = new.stap;
  if not exists (select from proces.nevenstap_fase f where f.stap = s.code and f.fase = z.fase) then
    raise exception '% cannot be done in phase %', s.code, z.fase using errcode = 'serialization_failure';
  end if;
  if not new.namens = any (s.partijen) then raise exception '% may not do %', new.namens, s.code using errcode = 'check_violation'; end if;
  if cardinality(s.met) > 0 then
    if new.soort <> 'uitgesloten' or not exists (select from zaak.omstandigheid o where o.signaal_id = z.id and o.partij = new.namens and o.gemeente is null
        and o.code = any (s.met) and (o.tot is null or o.tot > clock_timestamp())) then
      raise exception '% has not the circumstance for %', new.namens, s.code using errcode = 'check_violation';
    end if;
  elsif not exists (select from proces.lidmaatschap l where l.partij = new.partij and new.namens = any (l.belangen)) then
    raise exception '% does not keep the list of %', new.namens, new.partij using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger toets_belang before insert on zaak.belang for each row execute function zaak.toets_belang();

-- It goes with its case.
create function zaak.vernietig_belangen() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from zaak.belang where signaal_id = new.signaal_id;
  return new;
end $$;
create trigger belangen_vernietigen after insert on zaak.vernietiging for each row execute function zaak.vernietig_belangen();
