-- The log for who the law lets look, for the purposes of wet-pga:14.2 only: by case in pages, the own lines of a person, the lines of one
-- person for who reviews, and what asks for a look.
create table proces.logvlag (
  code text primary key,
  soort text not null,
  meer_dan int not null,
  regels boolean not null,
  uren int not null,
  van int not null,
  tot int not null,
  weekend boolean not null
);
create index on zaak.logboek (account, op);
create index on zaak.logboek (op);

-- A case in pages: the lines before a line, newest first.
create function toegang.logboek_pagina(alles boolean, voor bigint, hoeveel int)
returns table (id bigint, op timestamptz, gegeven_id uuid, categorie text, account uuid, vervangt uuid, partij text, gemeente text, aan text, handeling text, doel text, regel text,
  grondslagen text[], verzoek text)
language sql stable security definer set search_path = pg_catalog as $$
  select l.id, l.op, l.gegeven_id, l.categorie, l.account, l.vervangt, l.partij, l.gemeente, l.aan, l.handeling, l.doel, l.regel, l.grondslagen, l.verzoek
  from zaak.logboek l
  where l.signaal_id = toegang.zaak() and (voor is null or l.id < voor)
    and ((alles and toegang.kaartje()->>'doel' = 'toetsing') or (l.partij = toegang.kaartje()->>'partij' and l.gemeente is not distinct from toegang.kaartje()->>'gemeente'))
  order by l.id desc limit hoeveel
$$;

-- What a person itself did. No case: it may not know of it any more.
create function toegang.eigen_logboek(voor bigint, hoeveel int)
returns table (id bigint, op timestamptz, categorie text, partij text, handeling text, doel text, regel text, grondslagen text[])
language sql stable security definer set search_path = pg_catalog as $$
  select l.id, l.op, l.categorie, l.partij, l.handeling, l.doel, case when l.gegeven_id is null then l.regel end, l.grondslagen
  from zaak.logboek l
  where l.account = (toegang.kaartje()->>'account')::uuid and (voor is null or l.id < voor)
  order by l.id desc limit least(hoeveel, 1000)
$$;

-- Looking at the lines of one person: for one of the four purposes, with a reason, until a day. Never changed.
create table toezicht.loginzage (
  id uuid primary key,
  van uuid not null,
  gemeente text check (gemeente ~ '^[0-9]{4}$'),
  doel text not null,
  reden text not null check (length(reden) between 1 and 4000),
  tot date not null,
  partij text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  check (van <> door)
);
create index on toezicht.loginzage (door, op);
-- What somebody said of a flag.
create table toezicht.vlag_oordeel (
  vlag text not null,
  account uuid not null,
  dag date not null,
  gemeente text not null,
  oordeel text not null,
  toelichting text not null check (length(toelichting) between 1 and 4000),
  partij text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  primary key (vlag, account, dag, gemeente),
  check (account <> door)
);
-- That somebody saw a person with the own surname: on which day and where, not in which case.
create table toezicht.eigen_naam (
  account uuid not null,
  gemeente text not null,
  dag date not null,
  primary key (account, gemeente, dag)
);
alter table toezicht.loginzage enable row level security;
alter table toezicht.loginzage force row level security;
alter table toezicht.vlag_oordeel enable row level security;
alter table toezicht.vlag_oordeel force row level security;
alter table toezicht.eigen_naam enable row level security;
alter table toezicht.eigen_naam force row level security;
create policy eigenaar on toezicht.loginzage to pga_owner using (true) with check (true);
create policy eigenaar on toezicht.vlag_oordeel to pga_owner using (true) with check (true);
create policy eigenaar on toezicht.eigen_naam to pga_owner using (true) with check (true);
grant select on toezicht.loginzage, toezicht.vlag_oordeel to pga_app;
grant insert (id, van, gemeente, doel, reden, tot, partij, door) on toezicht.loginzage to pga_app;
grant insert (vlag, account, dag, gemeente, oordeel, toelichting, partij, door) on toezicht.vlag_oordeel to pga_app;

-- Everybody who reviews in the area sees which looks were taken, and by which party.
create policy zien on toezicht.loginzage for select to pga_app using (
  (select toegang.taak()) = 'logboek_toetsen' and (gemeente is null and door = (select (toegang.kaartje()->>'account')::uuid) or toegang.taak_in(gemeente)));
create policy openen on toezicht.loginzage for insert to pga_app with check (
  (select toegang.taak()) = 'logboek_toetsen' and door = (select (toegang.kaartje()->>'account')::uuid)
  and exists (select from jsonb_array_elements((select toegang.kaartje())->'plaatsen') p where p->>'partij' = partij and (p->>'waar' is null or p->>'waar' = gemeente))
  and tot between (now() at time zone 'Europe/Amsterdam')::date and ((now() at time zone 'Europe/Amsterdam')::date + 92));
create policy zien on toezicht.vlag_oordeel for select to pga_app using ((select toegang.taak()) = 'logboek_toetsen' and toegang.taak_in(gemeente));
create policy oordelen on toezicht.vlag_oordeel for insert to pga_app with check (
  (select toegang.taak()) = 'logboek_toetsen' and toegang.taak_in(gemeente) and door = (select (toegang.kaartje()->>'account')::uuid)
  and exists (select from jsonb_array_elements((select toegang.kaartje())->'plaatsen') p where p->>'partij' = partij));
create function toezicht.blijft() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'what oversight laid down does not change' using errcode = 'check_violation';
end $$;
create trigger blijft before update or delete on toezicht.loginzage for each row execute function toezicht.blijft();
create trigger blijft before update or delete on toezicht.vlag_oordeel for each row execute function toezicht.blijft();

-- The lines of one person, for who opened a look that still runs. Cases of the area only.
create function toegang.logboek_van(inzage uuid, voor bigint, hoeveel int)
returns table (id bigint, op timestamptz, zaak uuid, nummer text, categorie text, partij text, handeling text, doel text, regel text, grondslagen text[])
language sql stable security definer set search_path = pg_catalog as $$
  select l.id, l.op, z.id, z.nummer, l.categorie, l.partij, l.handeling, l.doel, case when l.gegeven_id is null then l.regel end, l.grondslagen
  from toezicht.loginzage i join zaak.logboek l on l.account = i.van join zaak.signaal z on z.id = l.signaal_id
  where i.id = inzage and i.door = (toegang.kaartje()->>'account')::uuid and toegang.taak() = 'logboek_toetsen'
    and i.tot >= (now() at time zone 'Europe/Amsterdam')::date and (voor is null or l.id < voor) and (i.gemeente is null or i.gemeente = z.gemeente)
    and toegang.taak_in(z.gemeente)
  order by l.id desc limit least(hoeveel, 1000)
$$;

-- Everything that asks for a look since a moment, in the area of who reviews.
create function toegang.logvlaggen(sinds timestamptz)
returns table (vlag text, account uuid, dag date, gemeente text, aantal bigint)
language sql stable security definer set search_path = pg_catalog as $$
  with plekken as (
    select p->>'waar' as waar from jsonb_array_elements(toegang.kaartje()->'plaatsen') p where toegang.taak() = 'logboek_toetsen'),
  regels as materialized (
    select l.account, l.signaal_id, l.op, l.op at time zone 'Europe/Amsterdam' as hier, z.gemeente
    from zaak.logboek l join zaak.signaal z on z.id = l.signaal_id
    where l.op >= sinds and l.account is not null and l.handeling in ('raadplegen', 'ontvangen')
      and exists (select from plekken p where p.waar is null or p.waar = z.gemeente)),
  -- How many cases at once: each visit of a case counts for so many hours, visits of the same case run together, and the most that run is kept.
  bezoek as (
    select v.code, v.meer_dan, r.account, r.gemeente, unnest(range_agg(tstzrange(r.minuut, r.minuut + make_interval(hours => v.uren)))) as duur
    from proces.logvlag v join (select distinct account, gemeente, signaal_id, date_trunc('minute', op) as minuut from regels) r on v.soort = 'veel' and not v.regels
    group by 1, 2, 3, 4, r.signaal_id),
  lopend as (
    select b.code, b.meer_dan, b.account, b.gemeente, b.t, b.d, sum(b.d) over (partition by b.code, b.account, b.gemeente order by b.t, b.d) as tegelijk
    from (select code, meer_dan, account, gemeente, lower(duur) as t, 1 as d from bezoek union all select code, meer_dan, account, gemeente, upper(duur), -1 from bezoek) b),
  veel as (
    select code, account, (t at time zone 'Europe/Amsterdam')::date as dag, gemeente, max(tegelijk)::bigint as aantal
    from lopend where d = 1 group by 1, 2, 3, 4, meer_dan having max(tegelijk) > meer_dan
    union all
    select code, account, dag, gemeente, max(aantal) from (
      select v.code, r.account, r.hier::date as dag, r.gemeente, count(*) as aantal
      from proces.logvlag v join regels r on v.soort = 'veel' and v.regels
      group by 1, 2, 3, 4, date_bin(make_interval(hours => v.uren), r.hier, timestamp '2025-01-01'), v.meer_dan having count(*) > v.meer_dan) perioden
    group by 1, 2, 3, 4),
  uren as (
    select v.code, r.account, r.hier::date as dag, r.gemeente, count(*) as aantal
    from proces.logvlag v join regels r on v.soort = 'uren'
    where (v.van > v.tot and (extract(hour from r.hier) >= v.van or extract(hour from r.hier) < v.tot))
      or (v.van < v.tot and extract(hour from r.hier) >= v.van and extract(hour from r.hier) < v.tot)
      or (v.weekend and extract(isodow from r.hier) >= 6)
    group by 1, 2, 3, 4, v.meer_dan having count(*) > v.meer_dan)
  select * from veel
  union all select * from uren
  union all select v.code, e.account, e.dag, e.gemeente, 1
    from proces.logvlag v join toezicht.eigen_naam e on v.soort = 'eigen_naam'
    where e.dag >= (sinds at time zone 'Europe/Amsterdam')::date and exists (select from plekken p where p.waar is null or p.waar = e.gemeente)
$$;

-- Noted where a value is shown, by the ticket under which it is shown.
create function toegang.eigen_naam_gezien() returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into toezicht.eigen_naam (account, gemeente, dag)
  select (toegang.kaartje()->>'account')::uuid, z.gemeente, (now() at time zone 'Europe/Amsterdam')::date
  from zaak.signaal z where z.id = toegang.zaak() and toegang.kaartje()->>'account' is not null
  on conflict do nothing
$$;

-- How things stand in the area of who reviews: what waits and what is late, by kind. No case.
create function toegang.toezicht_stand()
returns table (gemeente text, soort text, open bigint, te_laat bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select z.gemeente, k.soort, count(*), count(*) filter (where k.uiterlijk < (now() at time zone 'Europe/Amsterdam')::date)
  from zaak.stuk k join zaak.signaal z on z.id = k.signaal_id
  where toegang.taak() = 'fg_toetsen' and toegang.taak_in(z.gemeente) and k.uiterlijk is not null
    and not exists (select from zaak.stuk e join proces.stuk s on s.code = e.soort where (e.bij = k.id and s.sluit) or e.vervangt = k.id)
    and not exists (select from zaak.stuk e join proces.stuk s on s.code = e.soort where k.bij is not null and e.bij = k.bij and e.soort <> k.soort and s.sluit)
  group by 1, 2
$$;
grant execute on function toegang.logboek_pagina(boolean, bigint, int), toegang.eigen_logboek(bigint, int), toegang.logboek_van(uuid, bigint, int), toegang.logvlaggen(timestamptz),
  toegang.eigen_naam_gezien(), toegang.toezicht_stand() to pga_app;
