-- Records at the table: what a kind needs, and when one is fixed. And reading some of the items that one may see.
alter table proces.stuk add column vereist text[] not null default '{}';
alter table proces.stuk add column bevriest boolean not null default false;

-- Whether a record, in its newest version, was ended by one that fixes it.
create function zaak.stuk_ligt_vast(welk uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  with recursive versie as (
    select k.id from zaak.stuk k where k.id = welk
    union all
    select n.id from versie v join zaak.stuk n on n.vervangt = v.id)
  select exists (select from versie v join zaak.stuk e on e.bij = v.id join proces.stuk es on es.code = e.soort where es.bevriest)
$$;

create function zaak.toets_stuk_verder() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  z zaak.signaal;
  s proces.stuk;
  feit text;
begin
  select * into strict z from zaak.signaal where id = new.signaal_id for update;
  select * into strict s from proces.stuk where code = new.soort;
  foreach feit in array s.vereist loop
    if not coalesce(zaak.feit(z, feit), false) then raise exception '% needs %', s.code, feit using errcode = 'check_violation'; end if;
  end loop;
  if zaak.stuk_ligt_vast(new.bij) or zaak.stuk_ligt_vast(new.vervangt) then
    raise exception 'the record was fixed' using errcode = 'serialization_failure';
  end if;
  return new;
end $$;
create trigger toets_stuk_verder before insert on zaak.stuk for each row execute function zaak.toets_stuk_verder();

-- As toegang.onthul, for some of what the ticket shows: one line for each of them, and then the wrapped key.
create function toegang.onthul_deze(welke uuid[], gronden jsonb) returns bytea
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  zaak uuid := toegang.zaak();
  geschreven int;
  ingepakt bytea;
begin
  if zaak is null or kaart->>'handeling' <> 'raadplegen' or coalesce(cardinality(welke), 0) = 0 then return null; end if;
  insert into zaak.logboek (signaal_id, gegeven_id, categorie, verstrekker, account, partij, gemeente, handeling, doel, regel, grondslagen, convenant, verzoek, bewijs)
  select zaak, k.id, k.categorie, k.verstrekker, (kaart->>'account')::uuid, kaart->>'partij', kaart->>'gemeente', kaart->>'handeling', kaart->>'doel',
    g.regel, g.grondslagen, kaart->>'convenant', kaart->>'verzoek', g.bewijs
  from toegang.gegevens_kort() k
  join jsonb_to_recordset(gronden) as g(id uuid, regel text, grondslagen text[], bewijs jsonb) on g.id = k.id
  where k.zichtbaar and k.id = any (welke) and cardinality(g.grondslagen) > 0;
  get diagnostics geschreven = row_count;
  if geschreven <> cardinality(welke) then raise exception 'every value shown needs its article in the log' using errcode = 'check_violation'; end if;
  select s.ingepakt into ingepakt from zaak.sleutel s where s.signaal_id = zaak;
  return ingepakt;
end $$;
grant execute on function toegang.onthul_deze(uuid[], jsonb) to pga_app;

-- At the table: the circumstances of several parties, and the item circumstances of several items, in the case of the ticket.
create function toegang.bits_van_partijen(partijen text[], gemeenten text[]) returns setof int
language sql stable security definer set search_path = pg_catalog as $$
  select toegang.bits(toegang.zaak(), p.partij, p.gemeente) from unnest(partijen, gemeenten) with ordinality as p(partij, gemeente, nr)
  where toegang.zaak() is not null order by p.nr
$$;
create function toegang.gegevens_vlaggen(welke uuid[])
returns table (id uuid, noodzaak int, noodzaak_bijzonder int, vlaggen int)
language sql stable security definer set search_path = pg_catalog as $$
  select g.id, g.noodzaak, g.noodzaak_bijzonder, g.vlaggen::int from zaak.gegeven g where g.signaal_id = toegang.zaak() and g.id = any (welke)
$$;
grant execute on function toegang.bits_van_partijen(text[], text[]), toegang.gegevens_vlaggen(uuid[]) to pga_app;
