-- PostgreSQL plans a function in SQL anew for each statement that calls it, and one in PL/pgSQL once for each connection. What a page of a case
-- asks many times over is therefore in PL/pgSQL, and reads the ticket once instead of once a row. What each says stays the same.
create or replace function toegang.bits(signaal uuid, p text, g text) returns int
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (
    select coalesce(bit_or(1 << po.bit), 0)
    from zaak.omstandigheid o join proces.omstandigheid po on po.code = o.code
    where o.signaal_id = signaal
      and (o.partij is null or o.partij = p) and (o.gemeente is null or o.gemeente = g)
      and o.sinds <= clock_timestamp() and (o.tot is null or o.tot > clock_timestamp()));
end $$;

create or replace function toegang.buiten(signaal uuid, wie uuid, p text, g text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return exists (select from zaak.belang b where b.signaal_id = signaal and b.tot is null and b.soort = 'uitgesloten' and b.account = wie)
    or (g is null
      and exists (select from zaak.belang b where b.signaal_id = signaal and b.tot is null and b.soort = 'alleen' and b.partij = p)
      and not exists (select from zaak.belang b where b.signaal_id = signaal and b.tot is null and b.soort = 'alleen' and b.partij = p and b.account = wie))
    or (exists (select from zaak.buiten_gebleven b where b.signaal_id = signaal) and (
      exists (select from zaak.buiten_gebleven b where b.signaal_id = signaal and b.soort = 'uitgesloten' and b.teken = zaak.buiten_teken(signaal, wie))
      or (g is null
        and exists (select from zaak.buiten_gebleven b where b.signaal_id = signaal and b.soort = 'alleen' and b.partij = p)
        and not exists (select from zaak.buiten_gebleven b where b.signaal_id = signaal and b.soort = 'alleen' and b.partij = p and b.teken = zaak.buiten_teken(signaal, wie)))));
end $$;

-- Every policy asks this. What is seldom there (somebody kept out) is looked for in the same question, and asked further only when it is.
create or replace function toegang.zaak() returns uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  claim int := (kaart->>'omstandigheden')::int;
begin
  if kaart->>'soort' is distinct from 'zaak' then return null; end if;
  return (
    select s.id from zaak.signaal s
    where s.id = (kaart->>'zaak')::uuid and s.fase = kaart->>'fase'
      and (claim & (select bit_or(1 << o.bit) from proces.omstandigheid o where o.code not in ('geautoriseerd', 'opgeleid'))
        & ~toegang.bits(s.id, kaart->>'partij', kaart->>'gemeente')) = 0
      -- At a hand-over the ticket is of the party that receives, while the person acts for the party that gives.
      and not ((exists (select from zaak.belang b where b.signaal_id = s.id and b.tot is null) or exists (select from zaak.buiten_gebleven b where b.signaal_id = s.id))
        and toegang.buiten(s.id, (kaart->>'account')::uuid, coalesce(kaart->>'namens', kaart->>'partij'),
          case when kaart->>'namens' is null then kaart->>'gemeente' else kaart->>'namens_gemeente' end)));
end $$;

create or replace function toegang.zaak_voor(wat text) returns uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if toegang.kaartje()->>'handeling' is distinct from wat then return null; end if;
  return toegang.zaak();
end $$;

create or replace function toegang.masker_bits(welk text) returns bytea
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  return (select substring(m.bits from 1) from toegang.masker m where m.hash = decode(toegang.kaartje()->>welk, 'hex'));
end $$;

create or replace function toegang.leesbare_stukken() returns text[]
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  toetst boolean := kaart->>'doel' = 'toetsing' and exists (
    select from zaak.omstandigheid o where o.signaal_id = toegang.zaak() and o.code = 'toetsing_geopend' and o.partij = kaart->>'partij'
      and (o.tot is null or o.tot > clock_timestamp()));
begin
  return (select coalesce(array_agg(s.code), '{}') from proces.stuk s where kaart->>'partij' = any (s.lezers) or (toetst and kaart->>'partij' = any (s.toetsers)));
end $$;

create or replace function toegang.zetels_van_zaak()
returns table (nummer text, grondslag text, dag date, wet text, toelichting text, akkoord boolean)
language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  zaak uuid := toegang.zaak_voor('proces');
  soorten text[];
begin
  if zaak is null or not exists (select from coordinatie.zetel t join zaak.stuk k on k.id = t.stuk_id where k.signaal_id = zaak) then return; end if;
  soorten := toegang.leesbare_stukken();
  return query
    select t.nummer, t.grondslag, t.dag, t.wet, t.toelichting, t.akkoord
    from coordinatie.zetel t join zaak.stuk k on k.id = t.stuk_id
    where k.signaal_id = zaak and k.soort = any (soorten)
    order by t.gevraagd_op desc;
end $$;

create or replace function toegang.oordelen(welke uuid, welke_ronde int) returns table (partij text, oordeel text, veranderd boolean)
language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  if toegang.zaak_voor('proces') is distinct from welke then return; end if;
  return query
    select w.partij, w.oordeel, exists (select from zaak.oordeel_gegeven g where g.weging_id = w.id and g.veranderd_op is not null)
    from zaak.weging w where w.signaal_id = welke and w.ronde = welke_ronde;
end $$;

create or replace function toegang.mag_overnemen(welke uuid) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  partij_van_kaart text := toegang.kaartje()->>'partij';
begin
  return toegang.zaak_voor('proces') = welke and exists (
    select from proces.stap s join zaak.omstandigheid o on o.code = any (s.met)
    where s.code = 'overdracht_overnemen' and partij_van_kaart = any (s.partijen)
      and o.signaal_id = welke and o.partij = partij_van_kaart and (o.tot is null or o.tot > clock_timestamp()));
end $$;

create or replace function toegang.gegevens_kort()
returns table (id uuid, categorie text, bijzonder text, verstrekker text, vlaggen int, zichtbaar boolean, beloofd boolean)
language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  zaak uuid := toegang.zaak();
  masker bytea := toegang.masker_bits('masker');
  belofte bytea := toegang.masker_bits('beloofd');
  wie int := toegang.partijbit();
begin
  return query
    select a.id, a.categorie, a.bijzonder, a.verstrekker, (a.plek & 1023)::int, get_bit(masker, a.plek) = 1, coalesce(get_bit(belofte, a.plek) = 1, false)
    from (
      select g.id, g.categorie, g.bijzonder, g.verstrekker, g.plek | ((g.noden >> 2 * wie) & 3) as plek
      from zaak.gegeven g where g.signaal_id = zaak) a
    where get_bit(masker, a.plek) = 1 or get_bit(belofte, a.plek) = 1;
end $$;

create or replace function toegang.stand(welke uuid)
returns table (id uuid, nummer text, gemeente text, fase text, ongelezen boolean, ronde int, spoed_tot date, bewaarplicht boolean,
  fase_sinds timestamptz, geopend_op timestamptz, laatst_verwerkt_op timestamptz, plaats int, elders boolean, bits int, uitgave text)
language plpgsql volatile security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  kaart jsonb := toegang.kaartje();
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

-- These two run as the caller: the policies decide what they find.
drop function toegang.processtand(uuid, int);
create function toegang.processtand(welke uuid, welke_ronde int)
returns table (oordelen jsonb, termijnen jsonb, voorstellen jsonb, betrokken jsonb, zetels jsonb, stukken jsonb, plan boolean, overdracht boolean)
language plpgsql stable set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query select
    (select coalesce(jsonb_agg(to_jsonb(o)), '[]') from toegang.oordelen(welke, welke_ronde) o),
    (select coalesce(jsonb_agg(jsonb_build_object('term', a.termijn, 'until', a.tot, 'at', toegang.tekst(a.op))), '[]')
      from zaak.afwijking a where a.signaal_id = welke and a.termijn is not null),
    (select coalesce(jsonb_agg(jsonb_build_object('soort', v.soort, 'posten',
        (select coalesce(jsonb_agg(jsonb_build_object('partij', i.partij, 'door', i.door)), '[]') from zaak.instemming i where i.voorstel_id = v.id))), '[]')
      from zaak.voorstel v where v.signaal_id = welke and v.stand = 'open'),
    (select coalesce(jsonb_agg(jsonb_build_object('party', o.partij, 'municipality', o.gemeente, 'since', toegang.tekst(o.sinds)) order by o.partij, o.gemeente nulls first), '[]')
      from zaak.omstandigheid o where o.signaal_id = welke and o.code = 'betrokken' and o.tot is null and o.partij is not null),
    (select coalesce(jsonb_agg(to_jsonb(z)), '[]') from toegang.zetels_van_zaak() z),
    (select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'soort', s.soort, 'bij', s.bij, 'vervangt', s.vervangt, 'namens', s.namens, 'aan', s.aan, 'uiterlijk', s.uiterlijk)
      order by s.op, s.id), '[]') from zaak.stuk s where s.signaal_id = welke),
    exists (select from zaak.stap s where s.signaal_id = welke and s.stap = 'plan_vaststellen'),
    exists (select from zaak.overdracht d where d.signaal_id = welke);
end $$;
grant execute on function toegang.processtand(uuid, int) to pga_app;

create or replace function toegang.gegevens_lezen()
returns table (id uuid, veld text, categorie text, bijzonder text, verstrekker text, vlaggen smallint, waarde bytea, vastgelegd_namens text, vastgelegd_op timestamptz,
  versie int, gecorrigeerd_op timestamptz, getoetst_namens text, getoetst_op timestamptz, voorstellen int, terugmeldingen int, herkomst bytea, eerste_verstrekker text, bijlagen jsonb)
language plpgsql stable set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
    select g.id, g.veld, g.categorie, g.bijzonder, g.verstrekker, g.vlaggen, g.waarde, g.vastgelegd_namens, g.vastgelegd_op,
      1 + coalesce(v.aantal, 0)::int, v.laatst, t.namens, t.op,
      (select count(*) from zaak.wijzigingsvoorstel w where w.gegeven_id = g.id and w.besluit is null)::int,
      (select count(*) from zaak.terugmelding m where m.gegeven_id = g.id and m.gelezen_op is null)::int,
      (select h.inhoud from zaak.herkomst h where h.gegeven_id = g.id),
      (select e.verstrekker from zaak.eerste_verstrekker e where e.gegeven_id = g.id),
      (select jsonb_agg(jsonb_build_object('id', b.id, 'kenmerken', toegang.tekst(b.kenmerken), 'namens', b.namens, 'op', toegang.tekst(b.op)) order by b.op, b.id)
        from zaak.bijlage b where b.gegeven_id = g.id)
    from zaak.gegeven g
    left join lateral (select count(*) as aantal, max(x.op) as laatst from zaak.gegeven_versie x where x.gegeven_id = g.id) v on true
    left join lateral (select k.namens, k.op from zaak.kwaliteitstoets k where k.gegeven_id = g.id and k.versie = 1 + v.aantal order by k.op desc limit 1) t on true
    order by g.vastgelegd_op, g.id;
end $$;

-- What is seen, with the key and the line in the log for each, in one question.
create function toegang.onthullen_en_lezen(gronden jsonb)
returns table (ingepakt bytea, id uuid, veld text, categorie text, bijzonder text, verstrekker text, vlaggen smallint, waarde bytea, vastgelegd_namens text, vastgelegd_op timestamptz,
  versie int, gecorrigeerd_op timestamptz, getoetst_namens text, getoetst_op timestamptz, voorstellen int, terugmeldingen int, herkomst bytea, eerste_verstrekker text, bijlagen jsonb)
language plpgsql volatile set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  gezien uuid[];
  sleutel bytea;
begin
  select o.ingepakt, o.welke into sleutel, gezien from toegang.onthul(gronden) o;
  if gezien is null then return; end if;
  return query select sleutel, g.* from toegang.gegevens_lezen() g where g.id = any (gezien);
end $$;
grant execute on function toegang.onthullen_en_lezen(jsonb) to pga_app;

-- The judgements that the policies give, with the key for their words; the line in the log is written when there is something to read.
create function toegang.oordelen_lezen(grondslagen text[])
returns table (partij text, ronde int, oordeel text, inhoud bytea, op timestamptz, sleutel bytea)
language plpgsql volatile set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  gegeven bytea;
begin
  if not exists (select from zaak.weging) then return; end if;
  gegeven := toegang.werksleutel('oordelen lezen', grondslagen);
  return query select w.partij, w.ronde, w.oordeel, w.inhoud, w.op, gegeven from zaak.weging w order by w.ronde, w.op;
end $$;
grant execute on function toegang.oordelen_lezen(text[]) to pga_app;
