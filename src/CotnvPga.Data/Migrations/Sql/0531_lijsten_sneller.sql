-- The lists of who knows many cases. What they show is what they showed: only the order of the questions differs. Of most cases nobody is kept
-- out, so that is looked at before the ticket is read again for each of them (ADR 0187).
create or replace function toegang.zelf_buiten(signaal uuid, p text, g text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (exists (select from zaak.belang b where b.signaal_id = signaal) or exists (select from zaak.buiten_gebleven b where b.signaal_id = signaal))
    and toegang.buiten(signaal, (toegang.kaartje()->>'account')::uuid, p, g);
end $$;

-- Dear to ask: whether a line is of a place of the person is looked at before it. Dearer than this, and hier_bekend is planned the wrong way round.
alter function toegang.zelf_buiten(uuid, text, text) cost 1500;

create or replace function toegang.aangemeld()
returns table (nummer text, gemeente text, partij text, sinds timestamptz)
language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
  with plaats as materialized (
    select p.waar, p.partij from toegang.plaatsen() p join proces.stap w on w.code = 'weging_vaststellen' and p.partij = any (w.partijen))
  select s.nummer, s.gemeente, o.partij, s.fase_sinds
  from zaak.signaal s
  join lateral (select min(x.partij) as partij from zaak.omstandigheid x where x.signaal_id = s.id and x.code = 'aanmelder') o on true
  where s.fase = 'aanmelding' and s.gemeente in (select p.waar from plaats p)
    -- Who has an interest of its own in a case is not told that it exists.
    and exists (select from plaats p where p.waar = s.gemeente and not toegang.zelf_buiten(s.id, p.partij, null))
  order by s.fase_sinds, s.nummer;
end $$;

-- All that somebody is kept out of, in one look; toegang.buiten says the same of one case, and InterestTests holds the one against the other.
create or replace function toegang.gesloten_zaken(wie uuid, p text, g text) returns uuid[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct x.signaal_id), '{}')
  from (
    select b.signaal_id from zaak.belang b where b.tot is null and b.soort = 'uitgesloten' and b.account = wie
    union all
    select b.signaal_id from zaak.belang b where g is null and b.tot is null and b.soort = 'alleen' and b.partij = p
    group by b.signaal_id having not bool_or(b.account = wie)) x
$$;

-- These are asked for every case and every value. What is asked is always alike, so it is planned once for a connection.
alter function toegang.bits(uuid, text, text) set plan_cache_mode = force_generic_plan;
alter function toegang.buiten(uuid, uuid, text, text) set plan_cache_mode = force_generic_plan;

-- The places in a case under a ticket that was looked at already: for functions of the owner alone.
create function toegang.staat(kaart jsonb, welke uuid)
returns table (id uuid, nummer text, gemeente text, fase text, ongelezen boolean, ronde int, spoed_tot date, bewaarplicht boolean,
  fase_sinds timestamptz, geopend_op timestamptz, laatst_verwerkt_op timestamptz, plaats int, elders boolean, bits int, uitgave text)
language plpgsql volatile security definer set search_path = pg_catalog set plan_cache_mode = force_generic_plan as $$
#variable_conflict use_column
declare
  wie uuid := (kaart->>'account')::uuid;
begin
  if kaart->>'soort' is distinct from 'persoon' then return; end if;
  return query
    select s.id, s.nummer, s.gemeente, s.fase, s.ongelezen, s.ronde, s.spoed_tot, s.bewaarplicht, s.fase_sinds, s.geopend_op, s.laatst_verwerkt_op,
      (p.nr - 1)::int, false, toegang.bits(s.id, p.plaats->>'partij', null), s.uitgave
    from jsonb_array_elements(kaart->'plaatsen') with ordinality as p(plaats, nr)
    join zaak.signaal s on s.id = welke and (p.plaats->>'waar' is null or p.plaats->>'waar' = s.gemeente)
    where not toegang.buiten(s.id, wie, p.plaats->>'partij', null)
    union all
    select s.id, s.nummer, s.gemeente, s.fase, s.ongelezen, s.ronde, s.spoed_tot, s.bewaarplicht, s.fase_sinds, s.geopend_op, s.laatst_verwerkt_op,
      (p.nr - 1)::int, true, toegang.bits(s.id, p.plaats->>'elders', p.plaats->>'waar'), s.uitgave
    from jsonb_array_elements(kaart->'plaatsen') with ordinality as p(plaats, nr)
    join zaak.signaal s on s.id = welke and s.gemeente <> p.plaats->>'waar'
    where p.plaats->>'elders' is not null
      -- Another municipality has a place only in a case that it was brought into by name.
      and exists (select from zaak.omstandigheid o where o.signaal_id = s.id and o.partij = p.plaats->>'elders' and o.gemeente = p.plaats->>'waar')
      and not toegang.buiten(s.id, wie, p.plaats->>'elders', p.plaats->>'waar');
end $$;
create or replace function toegang.stand(woorden text, zegel text, welke uuid)
returns table (id uuid, nummer text, gemeente text, fase text, ongelezen boolean, ronde int, spoed_tot date, bewaarplicht boolean,
  fase_sinds timestamptz, geopend_op timestamptz, laatst_verwerkt_op timestamptz, plaats int, elders boolean, bits int, uitgave text)
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  return query select * from toegang.staat(toegang.toon(woorden, zegel), welke);
end $$;
create or replace function toegang.stand(welke uuid)
returns table (id uuid, nummer text, gemeente text, fase text, ongelezen boolean, ronde int, spoed_tot date, bewaarplicht boolean,
  fase_sinds timestamptz, geopend_op timestamptz, laatst_verwerkt_op timestamptz, plaats int, elders boolean, bits int, uitgave text)
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  return query select * from toegang.staat(toegang.kaartje(), welke);
end $$;

create index on zaak.omstandigheid (partij, tot) where tot is not null;
create or replace function toegang.losse_zaken()
returns table (id uuid, plaats int, elders boolean, fase text, gemeente text, uitgave text, bits int, ongelezen boolean, fase_sinds timestamptz, nummer text)
language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  nu timestamptz := clock_timestamp();
  wie uuid := (toegang.kaartje()->>'account')::uuid;
begin
  return query
  with plaats as materialized (select * from toegang.plaatsen()),
  dicht as materialized (
    select p.nr, false as elders, unnest(toegang.gesloten_zaken(wie, p.partij, null)) as id from plaats p
    union all
    select p.nr, true, unnest(toegang.gesloten_zaken(wie, p.elders, p.waar)) from plaats p where p.elders is not null),
  tijdelijk as materialized (
    select o.signaal_id, o.partij, o.gemeente, 1 << po.bit as bit
    from (select p.partij from plaats p union select p.elders from plaats p where p.elders is not null) q
    join zaak.omstandigheid o on o.partij = q.partij and o.tot > nu
    join proces.omstandigheid po on po.code = o.code
    union all
    select o.signaal_id, o.partij, o.gemeente, 1 << po.bit
    from zaak.omstandigheid o join proces.omstandigheid po on po.code = o.code
    where o.partij is null and o.tot > nu),
  van_elders as materialized (
    select distinct o.signaal_id, p.nr from plaats p join zaak.omstandigheid o on o.gemeente = p.waar and o.partij = p.elders),
  eigen_tijdelijk as materialized (
    select t.signaal_id, p.nr, bit_or(t.bit) as bits
    from tijdelijk t join plaats p on t.gemeente is null and (t.partij is null or t.partij = p.partij)
    group by t.signaal_id, p.nr),
  elders_tijdelijk as materialized (
    select t.signaal_id, p.nr, bit_or(t.bit) as bits
    from tijdelijk t join plaats p on (t.gemeente is null or t.gemeente = p.waar) and (t.partij is null or t.partij = p.elders)
    where p.elders is not null
    group by t.signaal_id, p.nr),
  los as materialized (
    select t.signaal_id from eigen_tijdelijk t
    union
    select e.signaal_id from van_elders e
    union
    select d.id from dicht d where not d.elders)
  select s.id, p.nr, false, s.fase, s.gemeente, s.uitgave,
    toegang.kenmerk(s.kenmerken, p.partij, null) | coalesce(t.bits, 0), s.ongelezen, s.fase_sinds, s.nummer
  from los l
  cross join lateral (select z.* from zaak.signaal z where z.id = l.signaal_id offset 0) s -- one by one, through the index: they are few
  join plaats p on p.waar is null or p.waar = s.gemeente
  left join eigen_tijdelijk t on t.signaal_id = s.id and t.nr = p.nr
  where s.fase <> 'vernietigd' and not exists (select from dicht d where d.nr = p.nr and not d.elders and d.id = s.id)
  union all
  select s.id, p.nr, true, s.fase, s.gemeente, s.uitgave,
    toegang.kenmerk(s.kenmerken, p.elders, p.waar) | coalesce(t.bits, 0), s.ongelezen, s.fase_sinds, s.nummer
  from van_elders e
  join plaats p on p.nr = e.nr
  cross join lateral (select z.* from zaak.signaal z where z.id = e.signaal_id and z.gemeente <> p.waar offset 0) s
  left join elders_tijdelijk t on t.signaal_id = s.id and t.nr = p.nr
  where s.fase <> 'vernietigd' and not exists (select from dicht d where d.nr = p.nr and d.elders and d.id = s.id);
end $$;

-- Who may know of a case is asked once for all that waits in it.
create or replace function toegang.wachtende_stukken(welke uuid[])
returns table (signaal_id uuid, soort text, aan text[], uiterlijk date)
language plpgsql volatile security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  kaart jsonb := toegang.kaartje();
begin
  return query
  with wacht as materialized (
    select k.signaal_id, k.soort, k.aan, k.uiterlijk, s.lezers || k.aan || k.namens as lezers
    from zaak.stuk k
    join proces.stuk s on s.code = k.soort
    where k.uiterlijk is not null and k.signaal_id = any (welke)
      and zaak.stuk_staat(k.id)
      and not exists (select from zaak.stuk e join proces.stuk es on es.code = e.soort where e.bij = k.bij and e.soort <> k.soort and es.sluit)
      and not exists (select from zaak.stuk o join proces.stuk os on os.code = o.soort where o.bij = k.id and os.schort_op and zaak.stuk_staat(o.id))),
  voor as materialized (
    select z.id, coalesce(case when st.elders then kaart->'plaatsen'->st.plaats->>'elders' end, kaart->'plaatsen'->st.plaats->>'partij') as partij
    from (select distinct w.signaal_id as id from wacht w) z cross join lateral toegang.staat(kaart, z.id) st)
  select w.signaal_id, w.soort, w.aan, w.uiterlijk
  from wacht w
  where exists (select from voor v where v.id = w.signaal_id and v.partij = any (w.lezers));
end $$;

create or replace function toegang.verzette_termijnen(welke uuid[])
returns table (signaal_id uuid, termijn text, tot date, op timestamptz)
language plpgsql volatile security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  kaart jsonb := toegang.kaartje();
begin
  return query
  select a.signaal_id, a.termijn, a.tot, a.op
  from zaak.afwijking a
  where a.termijn is not null and a.signaal_id = any (welke) and exists (select from toegang.staat(kaart, a.signaal_id));
end $$;

-- Only of cases in which the person did anything is it asked whether who looks has a place there.
create or replace function toegang.werk_van(wie uuid, welke uuid[])
returns table (signaal_id uuid, aantal int, laatst timestamptz, aan uuid)
language plpgsql volatile security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  kaart jsonb := toegang.kaartje();
begin
  return query
  with gedaan as materialized (
    select st.signaal_id, st.op, st.partij from zaak.stap st where st.door = wie and st.signaal_id = any (welke)
    union all
    select o.signaal_id, o.op, o.partij from zaak.weging o where o.door = wie and o.signaal_id = any (welke)
    union all
    select i.signaal_id, i.op, i.partij from zaak.instemming i where i.door = wie and i.signaal_id = any (welke)
    union all
    select v.signaal_id, v.op, v.partij from zaak.werkoverdracht v where v.naar = wie and v.signaal_id = any (welke)),
  plaats as materialized (
    select z.id, kaart->'plaatsen'->s.plaats->>'partij' as partij
    from (select distinct g.signaal_id as id from gedaan g) z cross join lateral toegang.staat(kaart, z.id) s
    where not s.elders),
  werk as (select g.signaal_id, g.op from gedaan g join plaats p on p.id = g.signaal_id and p.partij = g.partij)
  select w.signaal_id, count(*)::int, max(w.op),
    (select v.naar from zaak.werkoverdracht v where v.signaal_id = w.signaal_id and v.van = wie
      and v.op > coalesce((select max(t.op) from zaak.werkoverdracht t where t.signaal_id = w.signaal_id and t.naar = wie), '-infinity') order by v.op desc limit 1)
  from werk w group by w.signaal_id;
end $$;

-- The newest of what was told and of what was not brought.
create index on zaak.mededeling (op desc, nummer);
create index on telling.niet_aangemeld (op desc, id);

-- One's own lines in the order of the index that there is.
create or replace function toegang.eigen_logboek(voor bigint, hoeveel int)
returns table (id bigint, op timestamptz, categorie text, partij text, handeling text, doel text, regel text, grondslagen text[])
language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  wie uuid := (toegang.kaartje()->>'account')::uuid;
  van timestamptz := 'infinity';
begin
  if voor is not null then
    select l.op into van from zaak.logboek l where l.id = voor and l.account = wie;
  end if;
  return query
  select l.id, l.op, l.categorie, l.partij, l.handeling, l.doel, case when l.gegeven_id is null then l.regel end, l.grondslagen
  from zaak.logboek l
  where l.account = wie and l.op <= van and (voor is null or (l.op, l.id) < (van, voor))
  order by l.op desc, l.id desc limit least(hoeveel, 1000);
end $$;
