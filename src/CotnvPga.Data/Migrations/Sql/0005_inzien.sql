-- Reading: rows come through the mask that the ticket names; the key comes only with a line in the log for every value shown.
do $$
declare t text;
begin
  foreach t in array array['signaal','sleutel','gegeven','noodzaak','grondslag','omstandigheid','weging','voorstel','instemming','stap',
                           'handeling','logboek','ontvangstcode','vernietiging','herhaling'] loop
    execute format('alter table zaak.%I enable row level security', t);
  end loop;
end $$;

grant select on zaak.gegeven, zaak.signaal, zaak.weging, zaak.voorstel, zaak.instemming, zaak.stap, zaak.handeling, zaak.omstandigheid, zaak.noodzaak, zaak.grondslag to pga_app;

create policy zien on zaak.gegeven for select to pga_app using (
  signaal_id = (select toegang.zaak())
  and get_bit((select toegang.masker_bits('masker')), toegang.plek(cel, vlaggen, noodzaak, noodzaak_bijzonder, (select toegang.partijbit()))) = 1);

create policy zien on zaak.signaal for select to pga_app using (id = (select toegang.zaak()));
create policy zien on zaak.omstandigheid for select to pga_app using (signaal_id = (select toegang.zaak_voor('proces')));
create policy zien on zaak.noodzaak for select to pga_app using (
  signaal_id = (select toegang.zaak()) and exists (select from zaak.gegeven g where g.id = gegeven_id));
create policy zien on zaak.grondslag for select to pga_app using (
  signaal_id = (select toegang.zaak()) and exists (select from zaak.gegeven g where g.id = gegeven_id));
create policy zien on zaak.voorstel for select to pga_app using (signaal_id = (select toegang.zaak_voor('proces')));
create policy zien on zaak.instemming for select to pga_app using (signaal_id = (select toegang.zaak_voor('proces')));
create policy zien on zaak.stap for select to pga_app using (signaal_id = (select toegang.zaak_voor('proces')));
create policy zien on zaak.handeling for select to pga_app using (signaal_id = (select toegang.zaak_voor('proces')));

-- What another party judged stays closed until one's own judgement of that round is in (wet-pga:5.3: jointly, not one after the other).
create function toegang.heeft_geoordeeld(signaal uuid, welke_ronde int) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from zaak.weging w where w.signaal_id = signaal and w.ronde = welke_ronde and w.partij = toegang.kaartje()->>'partij')
$$;
grant execute on function toegang.heeft_geoordeeld(uuid, int) to pga_app;
create policy zien on zaak.weging for select to pga_app using (
  signaal_id = (select toegang.zaak_voor('proces')) and toegang.heeft_geoordeeld(signaal_id, ronde));

-- Where the case stands, for whoever has a place in it by the person's ticket: its municipality's parties, or a party that was let in.
create function toegang.stand(welke uuid)
returns table (id uuid, nummer text, gemeente text, fase text, ongelezen boolean, ronde int, spoed_tot date, bewaarplicht boolean,
  fase_sinds timestamptz, geopend_op timestamptz, laatst_verwerkt_op timestamptz, plaats int, elders boolean, bits int)
language sql volatile security definer set search_path = pg_catalog as $$
  select s.id, s.nummer, s.gemeente, s.fase, s.ongelezen, s.ronde, s.spoed_tot, s.bewaarplicht, s.fase_sinds, s.geopend_op, s.laatst_verwerkt_op,
    (p.nr - 1)::int, false, toegang.bits(s.id, p.plaats->>'partij', null)
  from jsonb_array_elements(toegang.kaartje()->'plaatsen') with ordinality as p(plaats, nr)
  join zaak.signaal s on s.id = welke and (p.plaats->>'waar' is null or p.plaats->>'waar' = s.gemeente)
  where toegang.kaartje()->>'soort' = 'persoon'
  union all
  select s.id, s.nummer, s.gemeente, s.fase, s.ongelezen, s.ronde, s.spoed_tot, s.bewaarplicht, s.fase_sinds, s.geopend_op, s.laatst_verwerkt_op,
    (p.nr - 1)::int, true, toegang.bits(s.id, p.plaats->>'elders', p.plaats->>'waar')
  from jsonb_array_elements(toegang.kaartje()->'plaatsen') with ordinality as p(plaats, nr)
  join zaak.signaal s on s.id = welke and s.gemeente <> p.plaats->>'waar'
  where toegang.kaartje()->>'soort' = 'persoon' and p.plaats->>'elders' is not null
    -- Another municipality has a place only in a case that it was brought into by name.
    and exists (select from zaak.omstandigheid o where o.signaal_id = s.id and o.partij = p.plaats->>'elders' and o.gemeente = p.plaats->>'waar')
$$;
grant execute on function toegang.stand(uuid) to pga_app;

-- The same, and nobody else changes the case until the transaction ends.
create function toegang.vergrendel(welke uuid) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if toegang.kaartje()->>'soort' is distinct from 'klok' and not exists (select from toegang.stand(welke)) then
    raise exception 'no place in this case' using errcode = 'insufficient_privilege';
  end if;
  perform from zaak.signaal s where s.id = welke for update;
end $$;
grant execute on function toegang.vergrendel(uuid) to pga_app;

-- Items that are visible or promised to the viewer: never the field, never the value.
create function toegang.gegevens_kort()
returns table (id uuid, categorie text, bijzonder text, verstrekker text, vlaggen int, zichtbaar boolean, beloofd boolean)
language sql stable security definer set search_path = pg_catalog as $$
  with kaart as (select toegang.zaak() as zaak, toegang.masker_bits('masker') as masker, toegang.masker_bits('beloofd') as beloofd, toegang.partijbit() as bit),
  alle as (
    select g.id, g.categorie, g.bijzonder, g.verstrekker, toegang.plek(g.cel, g.vlaggen, g.noodzaak, g.noodzaak_bijzonder, k.bit) as plek,
      k.masker, k.beloofd, g.cel
    from kaart k join zaak.gegeven g on g.signaal_id = k.zaak)
  select a.id, a.categorie, a.bijzonder, a.verstrekker, a.plek - a.cel::int * 128, get_bit(a.masker, a.plek) = 1, coalesce(get_bit(a.beloofd, a.plek) = 1, false)
  from alle a
  where get_bit(a.masker, a.plek) = 1 or get_bit(a.beloofd, a.plek) = 1
$$;
grant execute on function toegang.gegevens_kort() to pga_app;

-- Writes one line for every item that this ticket shows (or the ones it is for), and gives the wrapped key of the case.
-- Lines without an article are refused, so that nothing is shown that the engine did not explain.
create function toegang.onthul(gronden jsonb) returns bytea
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  zaak uuid := toegang.zaak();
  te_zien int;
  geschreven int;
  ingepakt bytea;
begin
  if zaak is null or kaart->>'handeling' not in ('raadplegen', 'ontvangen') then return null; end if;
  select count(*) into te_zien from toegang.gegevens_kort() k where k.zichtbaar;
  if te_zien = 0 then return null; end if;
  insert into zaak.logboek (signaal_id, gegeven_id, categorie, verstrekker, account, partij, gemeente, handeling, doel, regel, grondslagen, convenant, verzoek)
  select zaak, k.id, k.categorie, k.verstrekker, (kaart->>'account')::uuid, kaart->>'partij', kaart->>'gemeente', kaart->>'handeling', kaart->>'doel',
    g.regel, g.grondslagen, kaart->>'convenant', kaart->>'verzoek'
  from toegang.gegevens_kort() k
  join jsonb_to_recordset(gronden) as g(id uuid, regel text, grondslagen text[]) on g.id = k.id
  where k.zichtbaar and cardinality(g.grondslagen) > 0;
  get diagnostics geschreven = row_count;
  if geschreven <> te_zien then raise exception 'every value shown needs its article in the log' using errcode = 'check_violation'; end if;
  select s.ingepakt into ingepakt from zaak.sleutel s where s.signaal_id = zaak;
  return ingepakt;
end $$;
grant execute on function toegang.onthul(jsonb) to pga_app;

-- The key for the words of the process (judgements, reasons) or for adding an item: also only with a line in the log.
create function toegang.werksleutel(wat text, grondslagen text[]) returns bytea
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  zaak uuid := toegang.zaak();
  ingepakt bytea;
begin
  if zaak is null or kaart->>'handeling' not in ('proces', 'vastleggen') or cardinality(grondslagen) = 0 then return null; end if;
  insert into zaak.logboek (signaal_id, account, partij, gemeente, handeling, doel, regel, grondslagen, convenant, verzoek)
  values (zaak, (kaart->>'account')::uuid, kaart->>'partij', kaart->>'gemeente', kaart->>'handeling', kaart->>'doel', wat, grondslagen, kaart->>'convenant', kaart->>'verzoek');
  select s.ingepakt into ingepakt from zaak.sleutel s where s.signaal_id = zaak;
  return ingepakt;
end $$;
grant execute on function toegang.werksleutel(text, text[]) to pga_app;

-- The log of the case that the ticket is for: fg and auditor see every line, others those of their own party.
create function toegang.logboek(alles boolean)
returns table (op timestamptz, gegeven_id uuid, categorie text, account uuid, partij text, gemeente text, aan text, handeling text, doel text, regel text, grondslagen text[])
language sql stable security definer set search_path = pg_catalog as $$
  select l.op, l.gegeven_id, l.categorie, l.account, l.partij, l.gemeente, l.aan, l.handeling, l.doel, l.regel, l.grondslagen
  from zaak.logboek l
  where l.signaal_id = toegang.zaak()
    and ((alles and toegang.kaartje()->>'doel' = 'toetsing') or (l.partij = toegang.kaartje()->>'partij' and l.gemeente is not distinct from toegang.kaartje()->>'gemeente'))
  order by l.id desc
$$;
grant execute on function toegang.logboek(boolean) to pga_app;

-- A hand-over outside the system: a line for each item handed over, on the ticket of the party that receives. Gives no key.
-- andere: the items for which the supplier states a law of its own (wet-cotnv:6.f).
create function toegang.verstrek(welke uuid[], andere uuid[], gronden jsonb) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  zaak uuid := toegang.zaak_voor('ontvangen');
  masker bytea := toegang.masker_bits('masker');
  geschreven int;
begin
  if zaak is null or kaart->>'namens' is null then raise exception 'no ticket' using errcode = 'insufficient_privilege'; end if;
  insert into zaak.logboek (signaal_id, gegeven_id, categorie, verstrekker, account, partij, gemeente, aan, handeling, doel, regel, grondslagen, convenant, verzoek)
  select zaak, g.id, g.categorie, g.verstrekker, (kaart->>'account')::uuid, kaart->>'namens', kaart->>'namens_gemeente', kaart->>'partij', 'ontvangen', kaart->>'doel',
    r.regel, r.grondslagen, kaart->>'convenant', kaart->>'verzoek'
  from zaak.gegeven g
  join jsonb_to_recordset(gronden) as r(id uuid, regel text, grondslagen text[]) on r.id = g.id
  where g.signaal_id = zaak and g.id = any (welke) and cardinality(r.grondslagen) > 0
    and get_bit(masker, toegang.plek(g.cel, (g.vlaggen | case when g.id = any (andere) then 32 else 0 end)::smallint, g.noodzaak, g.noodzaak_bijzonder, toegang.partijbit())) = 1;
  get diagnostics geschreven = row_count;
  if geschreven <> cardinality(welke) then raise exception 'not every item may be handed over' using errcode = 'check_violation'; end if;
  return geschreven;
end $$;
grant execute on function toegang.verstrek(uuid[], uuid[], jsonb) to pga_app;

-- Verdicts of a round for the process (never the words): is the weighing complete, is it unanimous.
create function toegang.oordelen(welke uuid, welke_ronde int)
returns table (partij text, oordeel text)
language sql stable security definer set search_path = pg_catalog as $$
  select w.partij, w.oordeel from zaak.weging w where w.signaal_id = welke and w.ronde = welke_ronde and toegang.zaak_voor('proces') = welke
$$;
grant execute on function toegang.oordelen(uuid, int) to pga_app;

-- Items that a supplier shielded, by count only: an objection against sending them along (wet-pga:7.2).
create function toegang.bezwaren(welke uuid[])
returns int
language sql stable security definer set search_path = pg_catalog as $$
  select count(*)::int from zaak.gegeven g
  where g.signaal_id = toegang.zaak_voor('proces') and g.id = any (welke) and g.vlaggen & 4 <> 0
$$;
create function toegang.heeft_veld(welk text)
returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from zaak.gegeven g where g.signaal_id = toegang.zaak_voor('proces') and g.veld = welk)
$$;
grant execute on function toegang.bezwaren(uuid[]), toegang.heeft_veld(text) to pga_app;

-- The circumstances of another party in the case of the ticket: for a hand-over to it.
create function toegang.bits_van(p text, g text) returns int
language sql stable security definer set search_path = pg_catalog as $$
  select toegang.bits(toegang.zaak(), p, g) where toegang.zaak() is not null
$$;
grant execute on function toegang.bits_van(text, text) to pga_app;
