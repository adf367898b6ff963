-- Whoever is kept out of a case finds nothing of it in the numbers of the log either (wet-pga:13.1).
create or replace function toegang.logvlaggen(sinds timestamptz)
returns table (vlag text, account uuid, dag date, gemeente text, aantal bigint)
language sql stable security definer set search_path = pg_catalog as $$
  with plekken as (
    select p->>'waar' as waar, p->>'partij' as partij from jsonb_array_elements(toegang.kaartje()->'plaatsen') p where toegang.taak() = 'logboek_toetsen'),
  -- A case that the reviewer is kept out of counts in no number of his.
  dicht as materialized (
    select z.id, p.partij from zaak.signaal z, plekken p
    where (p.waar is null or p.waar = z.gemeente)
      and (exists (select from zaak.belang b where b.signaal_id = z.id and b.tot is null) or exists (select from zaak.buiten_gebleven b where b.signaal_id = z.id))
      and toegang.zelf_buiten(z.id, p.partij, null)),
  regels as materialized (
    select l.account, l.signaal_id, l.op, l.op at time zone 'Europe/Amsterdam' as hier, z.gemeente
    from zaak.logboek l join zaak.signaal z on z.id = l.signaal_id
    where l.op >= sinds and l.account is not null and l.handeling in ('raadplegen', 'ontvangen')
      and exists (select from plekken p where (p.waar is null or p.waar = z.gemeente) and not exists (select from dicht d where d.id = z.id and d.partij = p.partij))),
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
