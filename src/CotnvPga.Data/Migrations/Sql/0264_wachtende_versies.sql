-- For a list: what waits. What is suspended does not, nor what is about a record that another kind ended; a version does not end the version after it.
create or replace function toegang.wachtende_stukken(welke uuid[])
returns table (signaal_id uuid, soort text, aan text[], uiterlijk date)
language sql volatile security definer set search_path = pg_catalog as $$
  select k.signaal_id, k.soort, k.aan, k.uiterlijk
  from zaak.stuk k
  join proces.stuk s on s.code = k.soort
  where k.uiterlijk is not null and k.signaal_id = any (welke)
    and zaak.stuk_staat(k.id)
    and not exists (select from zaak.stuk e join proces.stuk es on es.code = e.soort where e.bij = k.bij and e.soort <> k.soort and es.sluit)
    and not exists (select from zaak.stuk o join proces.stuk os on os.code = o.soort where o.bij = k.id and os.schort_op and zaak.stuk_staat(o.id))
    and exists (
      select from toegang.stand(k.signaal_id) st
      cross join lateral (select toegang.kaartje()->'plaatsen'->st.plaats as plaats) p
      where coalesce(case when st.elders then p.plaats->>'elders' end, p.plaats->>'partij') = any (s.lezers || k.aan || k.namens))
$$;
