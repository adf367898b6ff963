-- Lists over very many cases. Which circumstances a party has in a case was found again for every case of a list. Now each case carries
-- them: kenmerken has the bits of the circumstances without a set end, by party ('*': every party), with @municipality for a party of
-- another one. It follows from zaak.omstandigheid and is written by the trigger below alone; opening a case still asks toegang.bits.
alter table zaak.signaal add column kenmerken jsonb not null default '{}';

create function zaak.kenmerken_van(welke uuid) returns jsonb
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(jsonb_object_agg(k.wie, k.bits), '{}')
  from (
    select coalesce(o.partij, '*') || coalesce('@' || o.gemeente, '') as wie, bit_or(1 << po.bit) as bits
    from zaak.omstandigheid o join proces.omstandigheid po on po.code = o.code
    where o.signaal_id = welke and o.tot is null
    group by 1) k
$$;

create function zaak.houd_kenmerken_bij() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update zaak.signaal set kenmerken = zaak.kenmerken_van(new.signaal_id) where id = new.signaal_id;
  return new;
end $$;
create trigger kenmerken after insert or update on zaak.omstandigheid for each row execute function zaak.houd_kenmerken_bij();
update zaak.signaal set kenmerken = zaak.kenmerken_van(id);

-- Cases of one municipality with the same klasse are alike for everybody, so whether they are known is decided once for all of them.
alter table zaak.signaal add column klasse text not null generated always as (md5(fase || '/' || uitgave || '/' || kenmerken::text)) stored;
create index signaal_klasse on zaak.signaal (gemeente, klasse, ongelezen, fase_sinds, nummer) where fase <> 'vernietigd';

-- What ends at a set time, and who takes part from elsewhere, is looked up per case.
create index on zaak.omstandigheid (tot) where tot is not null;
create index on zaak.omstandigheid (gemeente, partij, signaal_id) where gemeente is not null;

create function toegang.kenmerk(van jsonb, partij text, gemeente text) returns int
language sql immutable parallel safe as $$
  select coalesce((van->>partij)::int, 0) | coalesce((van->>'*')::int, 0)
    | case when gemeente is null then 0 else coalesce((van->>(partij || '@' || gemeente))::int, 0) | coalesce((van->>('*@' || gemeente))::int, 0) end
$$;

create function toegang.plaatsen()
returns table (nr int, partij text, waar text, elders text)
language sql stable security definer set search_path = pg_catalog as $$
  select (p.nr - 1)::int, p.plaats->>'partij', p.plaats->>'waar', p.plaats->>'elders'
  from (select toegang.kaartje() as kaart) k
  cross join lateral jsonb_array_elements(k.kaart->'plaatsen') with ordinality as p(plaats, nr)
  where k.kaart->>'soort' = 'persoon'
$$;

-- The classes that occur in a municipality (null: in all), found by jumping through the index from one to the next.
create function toegang.groepen(waar text)
returns table (gemeente text, klasse text, fase text, uitgave text, kenmerken jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  with recursive sprong as (
    (select s.gemeente, s.klasse from zaak.signaal s
     where s.fase <> 'vernietigd' and s.gemeente >= coalesce(waar, '') and s.gemeente <= coalesce(waar, '9999')
     order by s.gemeente, s.klasse limit 1)
    union all
    select v.gemeente, v.klasse
    from sprong
    cross join lateral (
      select s.gemeente, s.klasse from zaak.signaal s
      where s.fase <> 'vernietigd' and (s.gemeente, s.klasse) > (sprong.gemeente, sprong.klasse) and s.gemeente <= coalesce(waar, '9999')
      order by s.gemeente, s.klasse limit 1) v)
  select g.gemeente, g.klasse, r.fase, r.uitgave, r.kenmerken
  from sprong g
  cross join lateral (
    select s.fase, s.uitgave, s.kenmerken from zaak.signaal s
    where s.fase <> 'vernietigd' and s.gemeente = g.gemeente and s.klasse = g.klasse limit 1) r
$$;

-- Cases in which the person has no place for one of the parties of the ticket, for a conflict of interest: never part of a class.
create function toegang.dichte_zaken()
returns table (id uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct unnest(toegang.gesloten_zaken((toegang.kaartje()->>'account')::uuid, p.partij, null)) from toegang.plaatsen() p
$$;

-- Cases that are not like the others of their class for one of the places of the ticket: with a circumstance that ends at a set time, or
-- known from elsewhere, or closed for one of the places. With all places in them that are not closed.
create function toegang.losse_zaken()
returns table (id uuid, plaats int, elders boolean, fase text, gemeente text, uitgave text, bits int, ongelezen boolean, fase_sinds timestamptz, nummer text)
language sql stable security definer set search_path = pg_catalog as $$
  with plaats as materialized (select * from toegang.plaatsen()),
  tijdelijk as materialized (
    select o.signaal_id, o.partij, o.gemeente, 1 << po.bit as bit
    from zaak.omstandigheid o join proces.omstandigheid po on po.code = o.code
    where o.tot > clock_timestamp()),
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
    select d.id from toegang.dichte_zaken() d)
  select s.id, p.nr, false, s.fase, s.gemeente, s.uitgave,
    toegang.kenmerk(s.kenmerken, p.partij, null) | coalesce(t.bits, 0), s.ongelezen, s.fase_sinds, s.nummer
  from los l
  cross join lateral (select z.* from zaak.signaal z where z.id = l.signaal_id offset 0) s -- one by one, through the index: they are few
  join plaats p on p.waar is null or p.waar = s.gemeente
  left join eigen_tijdelijk t on t.signaal_id = s.id and t.nr = p.nr
  where s.fase <> 'vernietigd' and not toegang.zelf_buiten(s.id, p.partij, null)
  union all
  select s.id, p.nr, true, s.fase, s.gemeente, s.uitgave,
    toegang.kenmerk(s.kenmerken, p.elders, p.waar) | coalesce(t.bits, 0), s.ongelezen, s.fase_sinds, s.nummer
  from van_elders e
  join plaats p on p.nr = e.nr
  cross join lateral (select z.* from zaak.signaal z where z.id = e.signaal_id and z.gemeente <> p.waar offset 0) s
  left join elders_tijdelijk t on t.signaal_id = s.id and t.nr = p.nr
  where s.fase <> 'vernietigd' and not toegang.zelf_buiten(s.id, p.elders, p.waar)
$$;

create or replace function toegang.klassen()
returns table (plaats int, elders boolean, fase text, gemeente text, uitgave text, bits int)
language sql stable security definer set search_path = pg_catalog as $$
  with plaats as materialized (select * from toegang.plaatsen()),
  groep as materialized (select w.waar, g.* from (select distinct p.waar from plaats p) w cross join lateral toegang.groepen(w.waar) g)
  select p.nr, false, g.fase, g.gemeente, g.uitgave, toegang.kenmerk(g.kenmerken, p.partij, null)
  from plaats p join groep g on g.waar is not distinct from p.waar
  union
  select l.plaats, l.elders, l.fase, l.gemeente, l.uitgave, l.bits from toegang.losse_zaken() l
$$;
drop function toegang.eigen_zaken();

-- Of a class that the first of the person's places knows whole, only the page that is asked for is read; the others are looked at case by
-- case. The own municipality counts before another's, then the order of the places.
create or replace function toegang.bekende_zaken(vanaf int, hoeveel int, alleen_ongelezen boolean)
returns table (id uuid, nummer text, gemeente text, fase text, ongelezen boolean, ronde int, spoed_tot date, fase_sinds timestamptz, geopend_op timestamptz, laatst_verwerkt_op timestamptz,
  plaats int, elders boolean, bits int, totaal bigint, uitgave text)
language plpgsql stable security definer set search_path = pg_catalog set plan_cache_mode = force_custom_plan as $$
#variable_conflict use_column
begin
  return query
  with ticket as materialized (
    select k.plaats, k.elders, k.fase, k.gemeente, k.uitgave, k.bits, k.kent, k.bit, case when k.masker is null then null else (select m.bits from toegang.masker m where m.hash = decode(k.masker, 'hex')) end as masker
    from jsonb_to_recordset(toegang.kaartje()->'klassen') as k(plaats int, elders boolean, fase text, gemeente text, uitgave text, bits int, kent boolean, bit int, masker text)),
  plaats as materialized (select * from toegang.plaatsen()),
  groep as materialized (select w.waar, g.* from (select distinct p.waar from plaats p) w cross join lateral toegang.groepen(w.waar) g),
  ingang as materialized (
    select g.gemeente, g.klasse, t.plaats, t.bits, t.kent, t.bit, t.masker
    from plaats p
    join groep g on g.waar is not distinct from p.waar
    join ticket t on t.plaats = p.nr and not t.elders and t.fase = g.fase and t.gemeente = g.gemeente and t.uitgave = g.uitgave
      and t.bits = toegang.kenmerk(g.kenmerken, p.partij, null)),
  heel as materialized (
    select e.gemeente, e.klasse, e.plaats, e.bits
    from (select distinct on (i.gemeente, i.klasse) i.gemeente, i.klasse, i.plaats, i.bits, i.kent from ingang i order by i.gemeente, i.klasse, i.plaats, i.kent desc) e
    where e.kent),
  los as materialized (select * from toegang.losse_zaken()),
  apart as materialized (select l.id from los l union select d.id from toegang.dichte_zaken() d),
  uit_heel as materialized (
    select s.id, s.fase_sinds, s.nummer, (h.plaats::bigint << 32) | h.bits as hoe
    from heel h
    cross join lateral (
      select z.id, z.fase_sinds, z.nummer from zaak.signaal z
      where z.fase <> 'vernietigd' and z.gemeente = h.gemeente and z.klasse = h.klasse and z.ongelezen = alleen_ongelezen
        and not exists (select from apart a where a.id = z.id)
      order by z.fase_sinds, z.nummer limit vanaf::bigint + hoeveel) s),
  per_zaak as materialized (
    select z.id, z.fase_sinds, z.nummer, min((i.plaats::bigint << 32) | i.bits) as hoe
    from ingang i
    join zaak.signaal z on z.gemeente = i.gemeente and z.klasse = i.klasse and z.fase <> 'vernietigd' and z.ongelezen = alleen_ongelezen
    where not exists (select from heel h where h.gemeente = i.gemeente and h.klasse = i.klasse)
      and not exists (select from apart a where a.id = z.id)
      and (i.kent or (i.masker is not null and exists (
        select from zaak.gegeven g where g.signaal_id = z.id and get_bit(i.masker, g.plek | ((g.noden >> 2 * i.bit) & 3)) = 1)))
    group by z.id
    union all
    select l.id, min(l.fase_sinds), min(l.nummer), min((l.elders::int::bigint << 48) | (l.plaats::bigint << 32) | l.bits)
    from los l
    join ticket t on t.plaats = l.plaats and t.elders = l.elders and t.fase = l.fase and t.gemeente = l.gemeente and t.uitgave = l.uitgave and t.bits = l.bits
    where l.ongelezen = alleen_ongelezen
      and (t.kent or (t.masker is not null and exists (
        select from zaak.gegeven g where g.signaal_id = l.id and get_bit(t.masker, g.plek | ((g.noden >> 2 * t.bit) & 3)) = 1)))
    group by l.id),
  totaal as (
    select (select count(*) from per_zaak)
      + (select count(*) from heel h join zaak.signaal z on z.gemeente = h.gemeente and z.klasse = h.klasse and z.fase <> 'vernietigd' and z.ongelezen = alleen_ongelezen)
      - (select count(*) from apart a join zaak.signaal z on z.id = a.id and z.fase <> 'vernietigd' and z.ongelezen = alleen_ongelezen
         join heel h on h.gemeente = z.gemeente and h.klasse = z.klasse) as aantal)
  select s.id, s.nummer, s.gemeente, s.fase, s.ongelezen, s.ronde, s.spoed_tot, s.fase_sinds, s.geopend_op, s.laatst_verwerkt_op,
    ((g.hoe >> 32) & 65535)::int, (g.hoe >> 48) = 1, (g.hoe & 2147483647)::int, t.aantal, s.uitgave
  from (select * from (select * from uit_heel union all select * from per_zaak) alle order by alle.fase_sinds, alle.nummer offset vanaf limit hoeveel) g
  join zaak.signaal s on s.id = g.id
  cross join totaal t
  order by g.fase_sinds, g.nummer;
end $$;
