-- In a country a case is destroyed every few minutes: the certificates come a page at a time, or one by the number of its case.
create index on zaak.vernietiging (op desc, signaal_id);

create function toegang.vernietigingen(welk text, overslaan int, hoogstens int)
returns table (nummer text, gemeente text, geopend_op timestamptz, op timestamptz, stap text, van text, aantal int, partij text, door uuid[], totaal int)
language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
begin
  return query
    with plaats as materialized (
      select p.waar, p.partij from toegang.plaatsen() p join proces.stap d on d.code = 'vernietigen' and p.partij = any (d.partijen)),
    -- Few cases have anybody who is kept out; only those are asked further.
    met_belang as materialized (select b.signaal_id from zaak.belang b union select b.signaal_id from zaak.buiten_gebleven b),
    te_zien as materialized (
      select v.signaal_id, v.op, v.grond, v.aantal_gegevens, s.nummer, s.gemeente, s.geopend_op
      from zaak.vernietiging v join zaak.signaal s on s.id = v.signaal_id
      where (welk is null or s.nummer = welk) and exists (
        select from plaats p where p.waar = s.gemeente
          and (s.id not in (select m.signaal_id from met_belang m) or not toegang.zelf_buiten(s.id, p.partij, null)))),
    blad as (select * from te_zien order by op desc, signaal_id limit hoogstens offset overslaan)
    select b.nummer, b.gemeente, b.geopend_op, b.op, b.grond, coalesce(st.van, 'vernietigd'), b.aantal_gegevens, st.partij,
      array(select distinct i.door from zaak.instemming i where i.voorstel_id = st.voorstel_id), (select count(*)::int from te_zien)
    from blad b
    left join lateral (select x.van, x.partij, x.voorstel_id from zaak.stap x where x.signaal_id = b.signaal_id and x.naar = 'vernietigd' order by x.op desc limit 1) st on true
    order by b.op desc, b.signaal_id;
end $$;
grant execute on function toegang.vernietigingen(text, int, int) to pga_app;
