-- What a page shows of a case is asked in few questions. All but onthul run as the caller: the policies decide what they find.
create function toegang.tekst(wat timestamptz) returns text
language sql immutable set search_path = pg_catalog as $$ select to_char(wat at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"') $$;
create function toegang.tekst(wat bytea) returns text
language sql immutable set search_path = pg_catalog as $$ select translate(encode(wat, 'base64'), E'\n', '') $$;
grant execute on function toegang.tekst(timestamptz), toegang.tekst(bytea) to pga_app;

-- Where the process of a case stands.
create function toegang.processtand(welke uuid, welke_ronde int)
returns table (oordelen jsonb, termijnen jsonb, voorstellen jsonb, betrokken jsonb, zetels jsonb, plan boolean, overdracht boolean)
language sql stable set search_path = pg_catalog as $$
  select
    (select coalesce(jsonb_agg(to_jsonb(o)), '[]') from toegang.oordelen(welke, welke_ronde) o),
    (select coalesce(jsonb_agg(jsonb_build_object('term', a.termijn, 'until', a.tot, 'at', toegang.tekst(a.op))), '[]')
      from zaak.afwijking a where a.signaal_id = welke and a.termijn is not null),
    (select coalesce(jsonb_agg(jsonb_build_object('soort', v.soort, 'posten',
        (select coalesce(jsonb_agg(jsonb_build_object('partij', i.partij, 'door', i.door)), '[]') from zaak.instemming i where i.voorstel_id = v.id))), '[]')
      from zaak.voorstel v where v.signaal_id = welke and v.stand = 'open'),
    (select coalesce(jsonb_agg(jsonb_build_object('party', o.partij, 'municipality', o.gemeente, 'since', toegang.tekst(o.sinds)) order by o.partij, o.gemeente nulls first), '[]')
      from zaak.omstandigheid o where o.signaal_id = welke and o.code = 'betrokken' and o.tot is null and o.partij is not null),
    (select coalesce(jsonb_agg(to_jsonb(z)), '[]') from toegang.zetels_van_zaak() z),
    exists (select from zaak.stap s where s.signaal_id = welke and s.stap = 'plan_vaststellen'),
    exists (select from zaak.overdracht d where d.signaal_id = welke)
$$;
grant execute on function toegang.processtand(uuid, int) to pga_app;

-- The items that the ticket shows, with what stands beside them.
drop function toegang.kenmerken();
create function toegang.gegevens_lezen()
returns table (id uuid, veld text, categorie text, bijzonder text, verstrekker text, vlaggen smallint, waarde bytea, vastgelegd_namens text, vastgelegd_op timestamptz,
  versie int, gecorrigeerd_op timestamptz, getoetst_namens text, getoetst_op timestamptz, voorstellen int, terugmeldingen int, herkomst bytea, eerste_verstrekker text, bijlagen jsonb)
language sql stable set search_path = pg_catalog as $$
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
  order by g.vastgelegd_op, g.id
$$;

-- All that happened to an item, newest first.
create function toegang.verloop(welk uuid)
returns table (versies jsonb, toetsen jsonb, voorstellen jsonb, terugmeldingen jsonb)
language sql stable set search_path = pg_catalog as $$
  select
    (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'nummer', v.nummer, 'waarde', toegang.tekst(v.waarde), 'reden', toegang.tekst(v.reden),
      'namens', v.namens, 'op', toegang.tekst(v.op)) order by v.nummer desc), '[]') from zaak.gegeven_versie v where v.gegeven_id = welk),
    (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'versie', t.versie, 'inhoud', toegang.tekst(t.inhoud), 'namens', t.namens, 'op', toegang.tekst(t.op))
      order by t.op desc), '[]') from zaak.kwaliteitstoets t where t.gegeven_id = welk),
    (select coalesce(jsonb_agg(jsonb_build_object('id', v.id, 'waarde', toegang.tekst(v.waarde), 'reden', toegang.tekst(v.reden), 'namens', v.namens,
      'op', toegang.tekst(v.op), 'besluit', v.besluit, 'besluitReden', toegang.tekst(v.besluit_reden), 'beslotenOp', toegang.tekst(v.besloten_op))
      order by v.op desc), '[]') from zaak.wijzigingsvoorstel v where v.gegeven_id = welk),
    (select coalesce(jsonb_agg(jsonb_build_object('id', t.id, 'partij', t.partij, 'soort', t.soort, 'aan', t.aan, 'op', toegang.tekst(t.op),
      'gelezenOp', toegang.tekst(t.gelezen_op)) order by t.op desc), '[]') from zaak.terugmelding t where t.gegeven_id = welk)
$$;
grant execute on function toegang.gegevens_lezen(), toegang.verloop(uuid) to pga_app;

-- At the table: the circumstances of the parties present and those of items, in one.
drop function toegang.gegevens_vlaggen(uuid[]);
create function toegang.tafelzicht(partijen text[], gemeenten text[], welke uuid[])
returns table (bits int[], vlaggen jsonb)
language sql stable security definer set search_path = pg_catalog as $$
  select array(select b from toegang.bits_van_partijen(partijen, gemeenten) with ordinality as r(b, nr) order by nr),
    (select coalesce(jsonb_agg(jsonb_build_object('id', g.id, 'noodzaak', g.noodzaak, 'noodzaakBijzonder', g.noodzaak_bijzonder, 'vlaggen', g.vlaggen)), '[]')
      from zaak.gegeven g where g.signaal_id = toegang.zaak() and g.id = any (welke))
$$;
grant execute on function toegang.tafelzicht(text[], text[], uuid[]) to pga_app;

-- One way out for the key of what is seen. Between asking what is visible and asking for the key, a colleague can add, close or take away
-- an item: so this says for which of the items that were asked for it wrote the line, and only those are shown.
drop function toegang.onthul(jsonb);
drop function toegang.onthul_deze(uuid[], jsonb);
drop function toegang.onthul_van(uuid, jsonb);
create function toegang.onthul(gronden jsonb) returns table (ingepakt bytea, welke uuid[])
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  zaak uuid := toegang.zaak();
  gezien uuid[];
begin
  if zaak is null or kaart->>'handeling' not in ('raadplegen', 'ontvangen') then return; end if;
  if exists (select from jsonb_to_recordset(gronden) as g(grondslagen text[]) where coalesce(cardinality(g.grondslagen), 0) = 0) then
    raise exception 'every value shown needs its article in the log' using errcode = 'check_violation';
  end if;
  with geschreven as (
    insert into zaak.logboek (signaal_id, gegeven_id, categorie, verstrekker, account, partij, gemeente, handeling, doel, regel, grondslagen, convenant, verzoek, bewijs)
    select zaak, k.id, k.categorie, k.verstrekker, (kaart->>'account')::uuid, kaart->>'partij', kaart->>'gemeente', kaart->>'handeling', kaart->>'doel',
      g.regel, g.grondslagen, kaart->>'convenant', kaart->>'verzoek', g.bewijs
    from toegang.gegevens_kort() k
    join (select distinct on (r.id) r.* from jsonb_to_recordset(gronden) as r(id uuid, regel text, grondslagen text[], bewijs jsonb)) g on g.id = k.id
    where k.zichtbaar
    returning gegeven_id)
  select array_agg(w.gegeven_id) into gezien from geschreven w;
  if gezien is null then return; end if;
  return query select s.ingepakt, gezien from zaak.sleutel s where s.signaal_id = zaak;
end $$;
grant execute on function toegang.onthul(jsonb) to pga_app;
