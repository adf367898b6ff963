-- The same person has another hash in each municipality. Those of before, and what a portal of before writes, are made again by `migrate`, which
-- has the key for it.
alter table zaak.persoonsteken add column per_gemeente boolean;
create or replace function toegang.teken_vernieuwen(welk uuid, nieuw bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not toegang.is_zichtbaar(welk) or toegang.houder_van(welk) is distinct from toegang.kaartje()->>'partij' then
    raise exception 'no such item for this ticket' using errcode = 'insufficient_privilege';
  end if;
  if nieuw is null then
    delete from zaak.persoonsteken where gegeven_id = welk;
  else
    insert into zaak.persoonsteken (gegeven_id, signaal_id, soort, teken, per_gemeente)
    select g.id, g.signaal_id, case g.veld when 'bsn' then 'bsn' when 'achternaam' then 'naam' else 'jaar' end, nieuw, true from zaak.gegeven g where g.id = welk
    on conflict (gegeven_id) do update set teken = excluded.teken, per_gemeente = true;
  end if;
end $$;

-- What was destroyed, for the list that is kept outside the database: ids, nothing of a case.
create function toegang.vernietigd_sinds(moment timestamptz) returns table (id uuid, op timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select v.signaal_id, v.op from zaak.vernietiging v where v.op >= moment and toegang.kaartje()->>'soort' = 'klok' order by v.op
$$;

-- A database that was put back from before: what was destroyed since is destroyed again, whatever phase it is in.
create function toegang.opnieuw_vernietigen(welke uuid[]) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  r record;
  geteld int := 0;
begin
  if toegang.kaartje()->>'soort' is distinct from 'klok' then raise exception 'no ticket of the clock' using errcode = 'insufficient_privilege'; end if;
  delete from zaak.lopend l where l.id = any (welke);
  for r in select s.id from zaak.signaal s where s.id = any (welke) and s.fase <> 'vernietigd' order by s.id for update loop
    update zaak.signaal set fase = 'vernietigd', fase_sinds = clock_timestamp(), bewaarplicht = false where id = r.id;
    perform zaak.vernietig(r.id, 'herstel');
    geteld := geteld + 1;
  end loop;
  return geteld;
end $$;
grant execute on function toegang.vernietigd_sinds(timestamptz), toegang.opnieuw_vernietigen(uuid[]) to pga_taken;

-- Destroyed again after a restore, a case has no step that did it.
create or replace function toegang.vernietigingen()
returns table (nummer text, gemeente text, geopend_op timestamptz, op timestamptz, stap text, van text, aantal int, partij text, door uuid[])
language sql stable security definer set search_path = pg_catalog as $$
  select s.nummer, s.gemeente, s.geopend_op, v.op, v.grond, coalesce(st.van, 'vernietigd'), v.aantal_gegevens, st.partij,
    array(select distinct i.door from zaak.instemming i where i.voorstel_id = st.voorstel_id)
  from zaak.vernietiging v
  join zaak.signaal s on s.id = v.signaal_id
  left join lateral (select x.van, x.partij, x.voorstel_id from zaak.stap x where x.signaal_id = s.id and x.naar = 'vernietigd' order by x.op desc limit 1) st on true
  where toegang.kaartje()->>'soort' = 'persoon' and exists (
    select from jsonb_array_elements(toegang.kaartje()->'plaatsen') p join proces.stap d on d.code = 'vernietigen'
    where p->>'waar' = s.gemeente and p->>'partij' = any (d.partijen))
  order by v.op desc
$$;
