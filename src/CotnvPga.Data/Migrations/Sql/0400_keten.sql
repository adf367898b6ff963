-- The logs as one chain. Every line of a log becomes a leaf: a hash of its words, linked with the leaf before it. Leaves get their number
-- within seconds, by whoever seals, and not by whoever writes: writers wait for nobody. What waits stands in keten.wacht (ADR 0145).
create schema keten;
grant usage on schema keten to pga_app, pga_taken, pga_controle;

-- What was refused or failed (BIO2 8.15.01). Written on a connection of its own, after the transaction that it undid.
create table keten.poging (
  id bigint generated always as identity primary key,
  op timestamptz not null default clock_timestamp(),
  account uuid,
  -- Method and route, with the names of its parts and never what somebody typed in an address.
  handeling text not null check (char_length(handeling) <= 200),
  -- The case, item or other thing that the address named.
  object uuid,
  uitkomst text not null check (uitkomst in ('niet_bekend', 'niet_toegestaan', 'niet_nu', 'fout')),
  status smallint not null,
  herkomst text check (char_length(herkomst) <= 64),
  verzoek text check (char_length(verzoek) <= 64)
);
alter table keten.poging enable row level security;
alter table keten.poging force row level security;
create policy eigenaar on keten.poging to pga_owner using (true) with check (true);
create policy schrijven on keten.poging for insert to pga_app with check (true);
grant insert (account, handeling, object, uitkomst, status, herkomst, verzoek) on keten.poging to pga_app;

-- For what the logs were read (wet-pga:14.2: for these four ends and no other).
create table keten.gebruik (
  id bigint generated always as identity primary key,
  op timestamptz not null default clock_timestamp(),
  rol text not null default session_user,
  wie text not null check (char_length(wie) between 2 and 200),
  doel text not null check (doel in ('rechtmatigheid', 'interne_controle', 'integriteit_en_beveiliging', 'gerechtelijke_procedure')),
  toelichting text not null check (char_length(toelichting) between 5 and 1000),
  transactie xid8 not null default pg_current_xact_id()
);

create table keten.wacht (
  id bigint generated always as identity primary key,
  bron text not null,
  ids bigint[] not null,
  sinds timestamptz not null default clock_timestamp()
);

create table keten.blad (
  nr bigint primary key check (nr >= 0),
  bron text not null,
  bron_id bigint not null,
  hash bytea not null check (octet_length(hash) = 32),
  schakel bytea not null check (octet_length(schakel) = 32),
  unique (bron, bron_id)
);

create function keten.aanmelden() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into keten.wacht (bron, ids) select tg_argv[0], array_agg(n.id order by n.id) from nieuw n having count(*) > 0;
  return null;
end $$;

create function keten.micro(op timestamptz) returns bigint
language sql immutable parallel safe as $$ select (extract(epoch from op) * 1000000)::bigint $$;

-- The words of a line: every column, in a fixed order. Words that were hashed never change; a column that is added later asks for words of a
-- second kind, for lines from then on.
create function keten.woorden_inzage(l zaak.logboek) returns text
language sql stable as $$
  select jsonb_build_array('inzage/1', l.id, keten.micro(l.op), l.signaal_id, l.gegeven_id, l.categorie, l.verstrekker, l.account, l.vervangt, l.partij,
    l.gemeente, l.aan, l.handeling, l.doel, l.regel, to_jsonb(l.grondslagen), l.convenant, l.verzoek, l.bewijs)::text
$$;
create function keten.woorden(welke_bron text, welk bigint) returns text
language plpgsql stable security definer set search_path = pg_catalog as $$
declare gevonden text;
begin
  case welke_bron
    when 'inzage' then
      select keten.woorden_inzage(l)
      into gevonden from zaak.logboek l where l.id = welk;
    when 'toegang' then
      select jsonb_build_array('toegang/1', g.id, keten.micro(g.at), g.action, g.outcome, g.account_id, g.actor_id, g.origin, g.detail)::text
      into gevonden from identiteit.gebeurtenis g where g.id = welk;
    when 'poging' then
      select jsonb_build_array('poging/1', p.id, keten.micro(p.op), p.account, p.handeling, p.object, p.uitkomst, p.status, p.herkomst, p.verzoek)::text
      into gevonden from keten.poging p where p.id = welk;
    when 'gebruik' then
      select jsonb_build_array('gebruik/1', g.id, keten.micro(g.op), g.rol, g.wie, g.doel, g.toelichting)::text
      into gevonden from keten.gebruik g where g.id = welk;
  end case;
  return gevonden;
end $$;

-- Gives waiting lines their place: one at a time for the whole installation, each time a bounded number, in a short transaction. Whoever comes
-- second does nothing (-1). A line that was taken away while it waited keeps a leaf without words, which everybody who checks then finds.
create function keten.verzegel(hoogstens int) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  volgend bigint;
  vorige bytea;
  r record;
  hash bytea;
  geteld int := 0;
begin
  if not pg_try_advisory_xact_lock(hashtextextended('keten.verzegel', 0)) then return -1; end if;
  select b.nr + 1, b.schakel into volgend, vorige from keten.blad b order by b.nr desc limit 1;
  if not found then volgend := 0; vorige := decode(repeat('00', 32), 'hex'); end if;
  for r in
    with weg as (
      delete from keten.wacht w where w.id in (select x.id from keten.wacht x order by x.id limit hoogstens) returning w.id, w.bron, w.ids)
    select weg.bron, i.id, keten.woorden(weg.bron, i.id) as woorden
    from weg cross join lateral unnest(weg.ids) with ordinality as i(id, plaats)
    order by weg.id, i.plaats
  loop
    hash := sha256('\x00'::bytea || convert_to(coalesce(r.woorden, ''), 'UTF8'));
    vorige := sha256(vorige || hash);
    insert into keten.blad (nr, bron, bron_id, hash, schakel) values (volgend, r.bron, r.id, hash, vorige);
    volgend := volgend + 1;
    geteld := geteld + 1;
  end loop;
  return geteld;
end $$;
grant execute on function keten.verzegel(int) to pga_taken;

-- How far it is, for everybody who watches over it: nothing of a line itself.
create function keten.stand() returns table (bladen bigint, wachtend bigint, oudste timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce((select max(b.nr) + 1 from keten.blad b), 0), coalesce((select sum(cardinality(w.ids)) from keten.wacht w), 0)::bigint, (select min(w.sinds) from keten.wacht w)
$$;
grant execute on function keten.stand() to pga_app, pga_taken, pga_controle;

-- Leaves without words, to sign a checkpoint over.
create function keten.bladen(vanaf bigint, hoeveel int) returns table (nr bigint, hash bytea, schakel bytea)
language sql stable security definer set search_path = pg_catalog as $$
  select b.nr, b.hash, b.schakel from keten.blad b where b.nr >= vanaf order by b.nr limit hoeveel
$$;
grant execute on function keten.bladen(bigint, int) to pga_controle;

-- Whoever reads the words of the logs first says who, for which end and why; that line is sealed like the others.
create function keten.gebruiken(door text, waarvoor text, waarom text) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into keten.gebruik (wie, doel, toelichting) values (door, waarvoor, waarom)
$$;
create function keten.in_gebruik() returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from keten.gebruik g where g.transactie = pg_current_xact_id_if_assigned())
$$;
create function keten.uitvoer(vanaf bigint, hoeveel int) returns table (nr bigint, bron text, bron_id bigint, hash bytea, schakel bytea, woorden text)
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not keten.in_gebruik() then raise exception 'say first for what the log is used' using errcode = 'insufficient_privilege'; end if;
  return query
    select b.nr, b.bron, b.bron_id, b.hash, b.schakel, case b.bron
      -- By far the most lines; asked here, they need no call of a function each.
      when 'inzage' then (select keten.woorden_inzage(l) from zaak.logboek l where l.id = b.bron_id)
      else keten.woorden(b.bron, b.bron_id) end
    from keten.blad b where b.nr >= vanaf order by b.nr limit hoeveel;
end $$;

-- Lines that are in no leaf: they wait, or were put there past the triggers.
create function keten.buiten() returns table (bron text, bron_id bigint, wacht boolean)
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not keten.in_gebruik() then raise exception 'say first for what the log is used' using errcode = 'insufficient_privilege'; end if;
  return query
    with regel as (
      select 'inzage' as bron, l.id from zaak.logboek l
      union all select 'toegang', t.id from keten.toegangsregels() t(id)
      union all select 'poging', p.id from keten.poging p
      union all select 'gebruik', g.id from keten.gebruik g)
    select r.bron, r.id, exists (select from keten.wacht w where w.bron = r.bron and r.id = any (w.ids))
    from regel r where not exists (select from keten.blad b where b.bron = r.bron and b.bron_id = r.id);
end $$;
grant execute on function keten.gebruiken(text, text, text), keten.uitvoer(bigint, int), keten.buiten() to pga_controle;

-- Schema identiteit is made apart; an installation can be without.
create function keten.toegangsregels() returns setof bigint
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if to_regclass('identiteit.gebeurtenis') is not null then return query select g.id from identiteit.gebeurtenis g; end if;
end $$;

-- Hangs the logs on the chain, and lets what was written before that wait like the rest. Repeated at every migration.
create function keten.aanhaken() returns void
language plpgsql volatile set search_path = pg_catalog as $$
declare
  r record;
begin
  for r in
    select v.bron, to_regclass(v.naam) as tabel
    from (values ('inzage', 'zaak.logboek'), ('toegang', 'identiteit.gebeurtenis'), ('poging', 'keten.poging'), ('gebruik', 'keten.gebruik')) as v(bron, naam)
  loop
    if r.tabel is null or exists (select from pg_trigger t where t.tgrelid = r.tabel and t.tgname = 'aanmelden_bij_keten') then continue; end if;
    execute format('create trigger aanmelden_bij_keten after insert on %s referencing new table as nieuw for each statement execute function keten.aanmelden(%L)', r.tabel, r.bron);
    execute format('insert into keten.wacht (bron, ids) select %L, array_agg(x.id order by x.id) from %s x group by x.id / 500 order by min(x.id)', r.bron, r.tabel);
  end loop;
end $$;

-- Nobody changes, removes or empties a line, and a leaf neither: also not the role that owns the tables, by mistake.
create function keten.alleen_erbij() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  raise exception '% is only added to', tg_table_name using errcode = 'insufficient_privilege';
end $$;
do $$
declare t text;
begin
  foreach t in array array['zaak.logboek', 'keten.poging', 'keten.gebruik', 'keten.blad'] loop
    execute format('create trigger alleen_erbij before update or delete or truncate on %s for each statement execute function keten.alleen_erbij()', t);
  end loop;
end $$;
