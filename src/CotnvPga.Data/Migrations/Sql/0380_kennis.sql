-- Knowledge: articles that came with the portal, and those of the register 'kennis' that a partner validated. No case and no person is in them.
create function register.begint(woorden text) returns tsquery
language sql immutable parallel safe set search_path = pg_catalog as $$
  select array_to_string(array(select quote_literal(x) || ':*' from regexp_split_to_table(lower(woorden), '[^[:alnum:]]+') x where x <> ''), ' & ')::tsquery
$$;
grant execute on function register.begint(text) to pga_app;
alter table register.stuk add column zoek_begin tsvector not null generated always as (to_tsvector('simple'::regconfig, titel || ' ' || tekst)) stored;
create index on register.stuk using gin (zoek_begin);

create schema kennis;
grant usage on schema kennis to pga_app;
-- Written by `migrate` from the files in convenant/kennis.
create table kennis.meegeleverd (
  code text primary key check (code ~ '^[a-z0-9-]{3,80}$'),
  titel text not null,
  soort text not null,
  plekken text[] not null,
  zekerheid text not null,
  nagekeken date not null,
  inhoud text not null,
  zoek tsvector not null generated always as (setweight(to_tsvector('dutch'::regconfig, titel), 'A') || to_tsvector('dutch'::regconfig, inhoud)) stored,
  zoek_begin tsvector not null generated always as (to_tsvector('simple'::regconfig, titel || ' ' || inhoud)) stored
);
create index on kennis.meegeleverd using gin (zoek);
create index on kennis.meegeleverd using gin (zoek_begin);

-- Validated, not withdrawn, and not followed by a version that was validated as well.
create function kennis.staat_open(welk uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from register.stuk v where v.bij = welk and v.soort = 'kennis_validatie' and v.uitkomst = 'ja')
    and not exists (select from register.stuk w where w.bij = welk and w.soort = 'kennis_intrekking')
    and not exists (
      with recursive later as (
        select n.id from register.stuk n where n.vervangt = welk
        union all select n.id from later l join register.stuk n on n.vervangt = l.id)
      select from later l join register.stuk v on v.bij = l.id and v.soort = 'kennis_validatie' and v.uitkomst = 'ja')
$$;

create function kennis.partner_van(welk uuid) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select x.inhoud::jsonb->'velden'->'partner'->>0 from register.stuk x where x.bij = welk and x.soort = 'kennis_validatie' and x.uitkomst = 'ja' order by x.nummer desc limit 1
$$;

-- The words are turned into a question once, before the search is planned: only then are the indexes used.
create function kennis.zoek(woorden text, welke_soort text, welke_plek text, hoeveel int, vanaf int)
returns table (code text, titel text, soort text, partner text, nagekeken date, fragment text, totaal bigint)
language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  stam tsquery := websearch_to_tsquery('dutch', woorden);
  begin_ervan tsquery := register.begint(woorden);
begin
  if toegang.kaartje()->>'account' is null then return; end if;
  return query
    -- A word that stands in every article says nothing: of more than a thousand, a thousand are laid in order.
    with raak as (
      select m.code from kennis.meegeleverd m
      where (woorden is null or m.zoek @@ stam or m.zoek_begin @@ begin_ervan) and (welke_soort is null or m.soort = welke_soort) and (welke_plek is null or welke_plek = any (m.plekken))
      limit case when woorden is not null then 1001 end),
    gevonden as (
      select m.code, m.titel, m.soort, null::text as partner, m.nagekeken, null::uuid as stuk, ts_rank(m.zoek, stam) as rang
      from raak r join kennis.meegeleverd m on m.code = r.code
      union all
      select a.id::text, a.titel, a.uitkomst, kennis.partner_van(a.id), a.uiterlijk, a.id, ts_rank(a.zoek, stam)
      from register.stuk a
      where a.soort = 'kennis_artikel' and (woorden is null or a.zoek @@ stam or a.zoek_begin @@ begin_ervan)
        and (welke_soort is null or a.uitkomst = welke_soort) and (welke_plek is null or a.inhoud::jsonb->'velden'->'plek' ? welke_plek)
        and kennis.staat_open(a.id)),
    bladzijde as (select g.*, count(*) over () as totaal from gevonden g order by g.rang desc nulls last, g.titel limit least(hoeveel, 100) offset vanaf),
    met_tekst as (
      select b.*, regexp_replace(coalesce(
        (select m.inhoud from kennis.meegeleverd m where b.stuk is null and m.code = b.code), (select a.inhoud::jsonb->'velden'->'inhoud'->>0 from register.stuk a where a.id = b.stuk)),
        '[#*_>|-]+|\s+', ' ', 'g') as tekst
      from bladzijde b)
    select t.code, t.titel, t.soort, t.partner, t.nagekeken,
      case when woorden is null then left(t.tekst, 200) else ts_headline('dutch', t.tekst, stam, 'StartSel="", StopSel="", MaxWords=35, MinWords=15') end, t.totaal
    from met_tekst t
    order by t.rang desc nulls last, t.titel;
end $$;

create function kennis.artikel(welk text)
returns table (code text, titel text, soort text, plekken text[], zekerheid text, partner text, eigenaar text, nagekeken date, inhoud text)
language sql stable security definer set search_path = pg_catalog as $$
  select m.code, m.titel, m.soort, m.plekken, m.zekerheid, null, null, m.nagekeken, m.inhoud
  from kennis.meegeleverd m where m.code = welk and toegang.kaartje()->>'account' is not null
  union all
  select a.id::text, a.titel, a.uitkomst, array(select jsonb_array_elements_text(a.inhoud::jsonb->'velden'->'plek')), 'gevalideerd',
    kennis.partner_van(a.id),
    a.inhoud::jsonb->'velden'->'eigenaar'->>0, a.uiterlijk, a.inhoud::jsonb->'velden'->'inhoud'->>0
  from register.stuk a
  where a.soort = 'kennis_artikel' and a.id::text = welk and toegang.kaartje()->>'account' is not null and kennis.staat_open(a.id)
$$;
grant execute on function kennis.zoek(text, text, text, int, int), kennis.artikel(text) to pga_app;
