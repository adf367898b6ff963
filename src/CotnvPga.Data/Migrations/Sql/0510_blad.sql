-- A function with a search path of its own is never inlined; these two are asked for every value and every moment on a page.
create or replace function toegang.tekst(wat timestamptz) returns text language sql immutable parallel safe as $$
  select pg_catalog.to_char(pg_catalog.timezone('utc', wat), 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;
create or replace function toegang.tekst(wat bytea) returns text language sql immutable parallel safe as $$
  select pg_catalog.translate(pg_catalog.encode(wat, 'base64'), E'\n', '') $$;

-- Shows a ticket for the rest of the transaction, with the question for which it is shown; it holds as much as one that was set before.
create function toegang.toon(woorden text, zegel text) returns jsonb
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  perform set_config('pga.kaartje', woorden, true), set_config('pga.zegel', zegel, true);
  return toegang.kaartje();
end $$;

-- The places that a person has in a case; the ticket comes along.
create function toegang.stand(woorden text, zegel text, welke uuid)
returns table (id uuid, nummer text, gemeente text, fase text, ongelezen boolean, ronde int, spoed_tot date, bewaarplicht boolean,
  fase_sinds timestamptz, geopend_op timestamptz, laatst_verwerkt_op timestamptz, plaats int, elders boolean, bits int, uitgave text)
language plpgsql volatile security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  kaart jsonb := toegang.toon(woorden, zegel);
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
grant execute on function toegang.stand(text, text, uuid) to pga_app;

-- The same under the ticket that is shown already.
create or replace function toegang.stand(welke uuid)
returns table (id uuid, nummer text, gemeente text, fase text, ongelezen boolean, ronde int, spoed_tot date, bewaarplicht boolean,
  fase_sinds timestamptz, geopend_op timestamptz, laatst_verwerkt_op timestamptz, plaats int, elders boolean, bits int, uitgave text)
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  return query select * from toegang.stand(coalesce(current_setting('pga.kaartje', true), ''), coalesce(current_setting('pga.zegel', true), ''), welke);
end $$;

-- The page of a case in one question: everything that the ticket lets its holder see, with what stands beside it, a line in the log for each, and
-- the key; where the process stands; and, when grounds for them come along, the judgements of the rounds in which the own party judged and what
-- was asked at those steps.
-- It looks once who may see what and reads as the owner, where the policies would look again for every table; it gives exactly what the policies
-- give (SheetTests holds the one against the other).
-- The reasons come along by place in the mask. When one lacks, nothing is shown and nothing is written: then it is said for which places.
create function toegang.zaakblad(woorden text, zegel text, redenen jsonb, welke_ronde int, grondslagen text[], vraagstappen text[], vraaggrondslagen text[])
returns table (ingepakt bytea, gezien text, beloofd text, zonder_reden text, wegingen text, gevraagd text,
  oordelen text, termijnen text, voorstellen text, betrokken text, zetels text, stukken text, plan boolean, overdracht boolean)
language plpgsql volatile security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  kaart jsonb := toegang.toon(woorden, zegel);
  welke uuid := toegang.zaak_voor('raadplegen');
  wie text := kaart->>'partij';
  waar text := kaart->>'gemeente';
  noden_bit int := 2 * (kaart->>'bit')::int;
  naast boolean;
  soorten text[];
  masker bytea;
  belofte bytea;
begin
  if welke is null then return; end if;
  if cardinality(grondslagen) = 0 or cardinality(vraaggrondslagen) = 0 or exists (select from jsonb_each(redenen) r where jsonb_array_length(r.value->'grondslagen') = 0) then
    raise exception 'every value shown needs its article in the log' using errcode = 'check_violation';
  end if;
  -- An unpacked copy, so that it is not unpacked again for every item.
  select substring(m.bits from 1) into masker from toegang.masker m where m.hash = decode(kaart->>'masker', 'hex');
  select substring(m.bits from 1) into belofte from toegang.masker m where m.hash = decode(kaart->>'beloofd', 'hex');
  soorten := toegang.leesbare_stukken();
  -- Mostly nothing stands beside the items of a case; then it is not looked for item by item.
  naast := exists (select from zaak.gegeven_versie x where x.signaal_id = welke) or exists (select from zaak.kwaliteitstoets x where x.signaal_id = welke)
    or exists (select from zaak.wijzigingsvoorstel x where x.signaal_id = welke) or exists (select from zaak.terugmelding x where x.signaal_id = welke)
    or exists (select from zaak.herkomst x where x.signaal_id = welke) or exists (select from zaak.eerste_verstrekker x where x.signaal_id = welke)
    or exists (select from zaak.bijlage x where x.signaal_id = welke);
  return query
    with kort as materialized (
      select g.*, g.plek | ((g.noden >> noden_bit) & 3)::int as plaats from zaak.gegeven g where g.signaal_id = welke),
    ziet as materialized (
      select k.*, redenen->(k.plaats::text) as reden from kort k where get_bit(masker, k.plaats) = 1),
    geoordeeld as materialized (
      select w.partij, w.ronde, w.oordeel, w.inhoud, w.op from zaak.weging w where w.signaal_id = welke and grondslagen is not null
        and exists (select from zaak.weging e where e.signaal_id = welke and e.ronde = w.ronde and e.partij = wie)),
    vraag as materialized (
      select p.id, p.toelichting, p.op from zaak.stap p where p.signaal_id = welke and p.stap = any (vraagstappen) and p.toelichting is not null and vraaggrondslagen is not null),
    geschreven as (
      insert into zaak.logboek (signaal_id, gegeven_id, categorie, verstrekker, handeling, regel, grondslagen, bewijs, account, partij, gemeente, doel, convenant, verzoek, vervangt)
      select welke, l.*, (kaart->>'account')::uuid, wie, waar, kaart->>'doel', kaart->>'convenant', kaart->>'verzoek', (kaart->>'vervangt')::uuid
      from (
        select z.id, z.categorie, z.verstrekker, 'raadplegen', z.reden->>'regel', array(select jsonb_array_elements_text(z.reden->'grondslagen')), z.reden->'bewijs' from ziet z
        union all
        select null, null, null, 'proces', 'oordelen lezen', grondslagen, null where exists (select from geoordeeld)
        union all
        select null, null, null, 'proces', 'stappen lezen', vraaggrondslagen, null where exists (select from vraag)) l
      where not exists (select from ziet x where x.reden is null)
      returning gegeven_id)
    select
      (select s.ingepakt from zaak.sleutel s where s.signaal_id = welke and exists (select from geschreven)),
      (select json_agg(json_build_object(
          'id', z.id, 'plaats', z.plaats, 'veld', z.veld, 'categorie', z.categorie, 'bijzonder', z.bijzonder, 'verstrekker', z.verstrekker, 'vlaggen', z.vlaggen,
          'waarde', toegang.tekst(z.waarde), 'vastgelegdNamens', z.vastgelegd_namens, 'vastgelegdOp', toegang.tekst(z.vastgelegd_op),
          'versie', 1 + coalesce(v.aantal, 0), 'gecorrigeerdOp', toegang.tekst(v.laatst), 'getoetstNamens', t.namens, 'getoetstOp', toegang.tekst(t.op),
          'voorstellen', case when naast then (select count(*) from zaak.wijzigingsvoorstel w where w.gegeven_id = z.id and w.besluit is null
            and (wie = zaak.houder(z.verstrekker, z.vastgelegd_namens) or (w.namens = wie and w.gemeente is not distinct from waar))) else 0 end,
          'terugmeldingen', case when naast then (select count(*) from zaak.terugmelding m where m.gegeven_id = z.id and m.gelezen_op is null and m.partij = wie and m.gemeente is not distinct from waar) else 0 end,
          'herkomst', case when naast then (select toegang.tekst(h.inhoud) from zaak.herkomst h where h.gegeven_id = z.id) end,
          'eersteVerstrekker', case when naast then (select e.verstrekker from zaak.eerste_verstrekker e where e.gegeven_id = z.id) end,
          'bijlagen', case when naast then (select jsonb_agg(jsonb_build_object('id', b.id, 'kenmerken', toegang.tekst(b.kenmerken), 'namens', b.namens, 'op', toegang.tekst(b.op)) order by b.op, b.id)::text
            from zaak.bijlage b where b.gegeven_id = z.id) end) order by z.vastgelegd_op, z.id)::text
        from ziet z
        left join lateral (select count(*) as aantal, max(x.op) as laatst from zaak.gegeven_versie x where x.gegeven_id = z.id) v on naast
        left join lateral (select k.namens, k.op from zaak.kwaliteitstoets k where k.gegeven_id = z.id and k.versie = 1 + v.aantal order by k.op desc limit 1) t on naast
        where exists (select from geschreven)),
      (select json_agg(json_build_object('id', k.id, 'plaats', k.plaats, 'categorie', k.categorie, 'bijzonder', k.bijzonder, 'verstrekker', k.verstrekker) order by k.id)::text
        from kort k where get_bit(belofte, k.plaats) = 1 and get_bit(masker, k.plaats) = 0),
      (select json_agg(x)::text from (select distinct z.plaats, z.categorie, z.bijzonder, z.verstrekker from ziet z where z.reden is null) x),
      (select json_agg(json_build_object('partij', o.partij, 'ronde', o.ronde, 'oordeel', o.oordeel, 'inhoud', toegang.tekst(o.inhoud), 'op', toegang.tekst(o.op)) order by o.ronde, o.op)::text
        from geoordeeld o where exists (select from geschreven)),
      (select json_agg(json_build_object('id', p.id, 'toelichting', toegang.tekst(p.toelichting)) order by p.op)::text from vraag p where exists (select from geschreven)),
      (select coalesce(json_agg(json_build_object('partij', w.partij, 'oordeel', w.oordeel, 'veranderd',
          exists (select from zaak.oordeel_gegeven g where g.weging_id = w.id and g.veranderd_op is not null))), '[]')::text
        from zaak.weging w where w.signaal_id = welke and w.ronde = welke_ronde),
      (select coalesce(json_agg(json_build_object('term', a.termijn, 'until', a.tot, 'at', toegang.tekst(a.op))), '[]')::text
        from zaak.afwijking a where a.signaal_id = welke and a.termijn is not null),
      (select coalesce(json_agg(json_build_object('soort', v.soort, 'posten',
          (select coalesce(json_agg(json_build_object('partij', i.partij, 'door', i.door)), '[]') from zaak.instemming i where i.voorstel_id = v.id))), '[]')::text
        from zaak.voorstel v where v.signaal_id = welke and v.stand = 'open'),
      (select coalesce(json_agg(json_build_object('party', o.partij, 'municipality', o.gemeente, 'since', toegang.tekst(o.sinds)) order by o.partij, o.gemeente nulls first), '[]')::text
        from zaak.omstandigheid o where o.signaal_id = welke and o.code = 'betrokken' and o.tot is null and o.partij is not null),
      (select coalesce(json_agg(x), '[]')::text from (
        select t.nummer, t.grondslag, t.dag, t.wet, t.toelichting, t.akkoord from coordinatie.zetel t join zaak.stuk k on k.id = t.stuk_id
        where k.signaal_id = welke and k.soort = any (soorten) order by t.gevraagd_op desc) x),
      (select coalesce(json_agg(json_build_object('id', s.id, 'soort', s.soort, 'bij', s.bij, 'vervangt', s.vervangt, 'namens', s.namens, 'aan', s.aan, 'uiterlijk', s.uiterlijk)
          order by s.op, s.id), '[]')::text
        from zaak.stuk s where s.signaal_id = welke
          and (s.soort = any (soorten) or wie = any (s.aan) or (s.namens = wie and s.gemeente is not distinct from waar))),
      exists (select from zaak.stap s where s.signaal_id = welke and s.stap = 'plan_vaststellen'),
      exists (select from zaak.overdracht d where d.signaal_id = welke) and exists (
        select from proces.stap s join zaak.omstandigheid o on o.code = any (s.met)
        where s.code = 'overdracht_overnemen' and wie = any (s.partijen) and o.signaal_id = welke and o.partij = wie and (o.tot is null or o.tot > clock_timestamp()));
end $$;
grant execute on function toegang.zaakblad(text, text, jsonb, int, text[], text[], text[]) to pga_app;
