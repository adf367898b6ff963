-- Registers beside the cases: what oversight and the minister's side lay down. Records are added and never change; each carries the fingerprint of
-- the one before it. No case and no person is in them.
create schema register;
grant usage on schema register to pga_app;

create table proces.register_stuk (
  code text primary key,
  register text not null,
  maakt text[] not null,
  leest text[] not null,
  bij text[] not null,
  sluit boolean not null,
  versies boolean not null,
  iemand_anders boolean not null,
  -- Each of these must stand, by one of its alternatives: [[{"stuk": …, "uitkomst": … or null}, …], …].
  vereist jsonb not null
);
grant select on proces.register_stuk to pga_app;

create table register.stuk (
  id uuid primary key,
  register text not null,
  soort text not null,
  nummer int not null,
  gemeente text check (gemeente ~ '^[0-9]{4}$'),
  bij uuid references register.stuk,
  vervangt uuid unique references register.stuk,
  titel text not null check (length(titel) between 1 and 300),
  uitkomst text,
  inhoud text not null,
  -- Its answers one after the other, to search in.
  tekst text not null,
  partij text not null,
  door uuid not null,
  op timestamptz not null,
  uiterlijk date,
  geldt_tot date,
  regels text not null,
  vorige text not null,
  vingerafdruk text not null check (vingerafdruk ~ '^[0-9a-f]{64}$'),
  zoek tsvector not null generated always as (to_tsvector('dutch'::regconfig, titel || ' ' || tekst)) stored,
  unique (register, nummer)
);
create index on register.stuk (bij);
create index on register.stuk using gin (zoek);

-- What was drawn from cases. Only who draws sees which; it goes with the case.
create table register.trekking (
  stuk_id uuid not null references register.stuk,
  volgorde int not null,
  zaak uuid not null,
  primary key (stuk_id, volgorde)
);

alter table register.stuk enable row level security;
alter table register.stuk force row level security;
alter table register.trekking enable row level security;
alter table register.trekking force row level security;
create policy eigenaar on register.stuk to pga_owner using (true) with check (true);
create policy eigenaar on register.trekking to pga_owner using (true) with check (true);
grant select on register.stuk, register.trekking to pga_app;
grant insert (id, register, soort, gemeente, bij, vervangt, titel, uitkomst, inhoud, tekst, partij, door, uiterlijk, geldt_tot, regels) on register.stuk to pga_app;

-- The ticket names per place the task that the membership brings there; a place without municipality is everywhere.
create function toegang.registerplaatsen() returns table (taak text, partij text, waar text)
language sql stable security definer set search_path = pg_catalog as $$
  select p->>'elders', p->>'partij', p->>'waar'
  from jsonb_array_elements(case when toegang.kaartje()->>'soort' = 'register' then toegang.kaartje()->'plaatsen' end) p
$$;
-- Which kinds can be read where: kind|municipality, kind| for what is for everybody, kind|* for everywhere.
create function toegang.register_leesbaar() returns text[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(distinct s.code || '|' || w.waar), '{}')
  from toegang.registerplaatsen() p
  join proces.register_stuk s on p.taak = any (s.leest)
  cross join lateral (select unnest(case when p.waar is null then array['*'] else array['', p.waar] end) as waar) w
$$;
create function toegang.register_mag_maken(welk text, voor text, namens text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select from proces.register_stuk s join toegang.registerplaatsen() p on p.taak = any (s.maakt)
    where s.code = welk and p.partij = namens and (p.waar is null or p.waar = voor))
$$;
revoke execute on function toegang.registerplaatsen() from public;
grant execute on function toegang.register_leesbaar(), toegang.register_mag_maken(text, text, text) to pga_app;

create policy lezen on register.stuk for select to pga_app using (
  soort || '|*' = any ((select toegang.register_leesbaar())::text[])
  or soort || '|' || coalesce(gemeente, '') = any ((select toegang.register_leesbaar())::text[]));
create policy maken on register.stuk for insert to pga_app with check (
  door = (select (toegang.kaartje()->>'account')::uuid) and toegang.register_mag_maken(soort, gemeente, partij));
create policy lezen on register.trekking for select to pga_app using (
  exists (select from register.stuk s where s.id = stuk_id and s.door = (select (toegang.kaartje()->>'account')::uuid)));

-- Eight or nine digits that pass the test of a citizen service number.
create function register.bevat_bsn(tekst text) returns boolean
language sql immutable set search_path = pg_catalog as $$
  select exists (
    select from regexp_matches(tekst, '(?<![0-9])([0-9](?:[ .-]?[0-9]){7,8})(?![0-9])', 'g') m
    cross join lateral (select lpad(regexp_replace(m[1], '[^0-9]', '', 'g'), 9, '0') as c) d
    where c <> '000000000'
      and (9 * substr(c, 1, 1)::int + 8 * substr(c, 2, 1)::int + 7 * substr(c, 3, 1)::int + 6 * substr(c, 4, 1)::int + 5 * substr(c, 5, 1)::int
        + 4 * substr(c, 6, 1)::int + 3 * substr(c, 7, 1)::int + 2 * substr(c, 8, 1)::int - substr(c, 9, 1)::int) % 11 = 0)
$$;

create function register.toets_stuk() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  s proces.register_stuk;
  o register.stuk;
  nodig jsonb;
begin
  select * into s from proces.register_stuk x where x.code = new.soort and x.register = new.register;
  if not found then raise exception 'no such record in this register' using errcode = 'check_violation'; end if;
  if register.bevat_bsn(new.titel || ' ' || new.tekst) then raise exception 'a register holds no person' using errcode = 'check_violation'; end if;
  perform pg_advisory_xact_lock(hashtextextended('register ' || new.register, 0));
  if new.vervangt is not null then
    select * into o from register.stuk x where x.id = new.vervangt;
    if not s.versies or o.soort is distinct from new.soort or o.bij is distinct from new.bij or o.gemeente is distinct from new.gemeente then
      raise exception 'this record takes no place of that one' using errcode = 'check_violation';
    end if;
  end if;
  if new.bij is not null then
    select * into o from register.stuk x where x.id = new.bij;
    if o.id is null or o.register <> new.register or not (o.soort = any (s.bij)) or (o.gemeente is not null and o.gemeente is distinct from new.gemeente) then
      raise exception 'this record is not about that one' using errcode = 'check_violation';
    end if;
    if s.sluit and exists (
      select from register.stuk e join proces.register_stuk k on k.code = e.soort where e.bij = new.bij and k.sluit and new.vervangt is null) then
      raise exception 'that record was ended' using errcode = 'serialization_failure';
    end if;
    if s.iemand_anders and (o.door = new.door or exists (select from register.stuk a where a.bij = new.bij and a.door = new.door and a.soort <> new.soort)) then
      raise exception 'somebody else must do this' using errcode = 'insufficient_privilege';
    end if;
    if o.geldt_tot < (clock_timestamp() at time zone 'Europe/Amsterdam')::date and not s.sluit then
      raise exception 'that record does not hold any more' using errcode = 'object_not_in_prerequisite_state';
    end if;
    for nodig in select * from jsonb_array_elements(s.vereist) loop
      if not exists (
        select from register.stuk e, jsonb_array_elements(nodig) n
        where (e.id = new.bij or e.bij = new.bij) and e.soort = n->>'stuk' and (n->>'uitkomst' is null or e.uitkomst = n->>'uitkomst')) then
        raise exception 'something must stand first' using errcode = 'object_not_in_prerequisite_state';
      end if;
    end loop;
  elsif cardinality(s.bij) > 0 and new.vervangt is null then
    raise exception 'this record is about another one' using errcode = 'check_violation';
  end if;
  new.nummer := coalesce((select max(x.nummer) from register.stuk x where x.register = new.register), 0) + 1;
  new.vorige := coalesce((select x.vingerafdruk from register.stuk x where x.register = new.register and x.nummer = new.nummer - 1), repeat('0', 64));
  new.op := clock_timestamp();
  new.vingerafdruk := register.vingerafdruk(new);
  return new;
end $$;
create function register.vingerafdruk(s register.stuk) returns text
language sql immutable set search_path = pg_catalog as $$
  select encode(sha256(convert_to(array_to_string(array[
    s.vorige, s.id::text, s.register, s.soort, s.nummer::text, s.gemeente, s.bij::text, s.vervangt::text, s.uitkomst, s.partij, s.door::text,
    (extract(epoch from s.op) * 1000000)::bigint::text, to_char(s.uiterlijk, 'YYYY-MM-DD'), to_char(s.geldt_tot, 'YYYY-MM-DD'), s.regels, s.inhoud], E'\n', ''), 'UTF8')), 'hex')
$$;
create trigger toets_stuk before insert on register.stuk for each row execute function register.toets_stuk();

create function register.blijft() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'a register is only added to' using errcode = 'check_violation';
end $$;
create trigger blijft before update or delete on register.stuk for each row execute function register.blijft();
create trigger blijft_heel before truncate on register.stuk for each statement execute function register.blijft();

-- The first number at which a register is not whole; null when it is whole.
create function toegang.register_breuk(welk text) returns int
language sql stable security definer set search_path = pg_catalog as $$
  select min(x.nummer) from (
    select s.nummer, s.vorige, s.vingerafdruk, register.vingerafdruk(s) as opnieuw, lag(s.vingerafdruk) over w as eerder, row_number() over w as plek
    from register.stuk s where s.register = welk window w as (order by s.nummer)) x
  where (x.vingerafdruk <> x.opnieuw or x.nummer <> x.plek or x.vorige <> coalesce(x.eerder, repeat('0', 64)))
    and exists (select from toegang.registerplaatsen())
$$;

-- Draws cases for a sample that was just laid down: by the order of the hash of its seed and the id of the case, in the area of who draws.
create function toegang.trek_zaken(stuk uuid, zaad text, hoeveel int) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  getrokken int;
begin
  if not exists (select from register.stuk s where s.id = stuk and s.door = (toegang.kaartje()->>'account')::uuid and s.op > clock_timestamp() - interval '1 minute')
    or exists (select from register.trekking t where t.stuk_id = stuk) then
    raise exception 'this record draws no cases' using errcode = 'insufficient_privilege';
  end if;
  insert into register.trekking (stuk_id, volgorde, zaak)
  select stuk, row_number() over (order by h), id from (
    select z.id, encode(sha256(convert_to(zaad || ':' || z.id::text, 'UTF8')), 'hex') as h
    from zaak.signaal z
    where z.fase not in ('melding', 'vernietigd')
      and exists (select from toegang.registerplaatsen() p join register.stuk s on s.id = stuk join proces.register_stuk k on k.code = s.soort
        where p.taak = any (k.maakt) and (p.waar is null or p.waar = z.gemeente))
    order by h limit least(hoeveel, 200)) gekozen;
  get diagnostics getrokken = row_count;
  return getrokken;
end $$;

-- What there is of a drawn case to look at, in numbers: how it went, never what it says. Items are read after a review was opened.
create function toegang.bewijs_van_trekking(stuk uuid)
returns table (volgorde int, zaak uuid, nummer text, gemeente text, fase text, stappen bigint, wegingen bigint, stukken bigint, gegevens bigint, gezien bigint, partijen text[], laatst timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select t.volgorde, z.id, z.nummer, z.gemeente, z.fase,
    (select count(*) from zaak.stap x where x.signaal_id = z.id),
    (select count(*) from zaak.weging x where x.signaal_id = z.id),
    (select count(*) from zaak.stuk x where x.signaal_id = z.id),
    (select count(*) from zaak.gegeven x where x.signaal_id = z.id),
    (select count(*) from zaak.logboek x where x.signaal_id = z.id and x.handeling = 'raadplegen'),
    (select array_agg(distinct x.partij order by x.partij) from zaak.logboek x where x.signaal_id = z.id),
    (select max(x.op) from zaak.logboek x where x.signaal_id = z.id)
  from register.trekking t join zaak.signaal z on z.id = t.zaak
  where t.stuk_id = stuk and exists (
    select from register.stuk s join proces.register_stuk k on k.code = s.soort join toegang.registerplaatsen() p on p.taak = any (k.maakt) and (p.waar is null or p.waar = z.gemeente)
    where s.id = stuk and s.door = (toegang.kaartje()->>'account')::uuid)
  order by t.volgorde
$$;
grant execute on function toegang.register_breuk(text), toegang.trek_zaken(uuid, text, int), toegang.bewijs_van_trekking(uuid) to pga_app;

create function register.trekking_weg() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from register.trekking t where t.zaak = new.signaal_id;
  return new;
end $$;
create trigger trekking_weg after insert on zaak.vernietiging for each row execute function register.trekking_weg();
