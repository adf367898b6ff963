-- Records about rights: some suspend what they are about, some cannot be made while another stands, some are read by who reviews.
alter table proces.stuk
  add column schort_op boolean not null default false,
  add column niet_zolang text[] not null default '{}',
  add column toetsers text[] not null default '{}';

-- The kinds that the party of the ticket may read when others made them: at the table, or while it reviews the case (wet-pga:11).
create or replace function toegang.leesbare_stukken() returns text[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(s.code), '{}') from proces.stuk s
  where toegang.kaartje()->>'partij' = any (s.lezers)
    or (toegang.kaartje()->>'partij' = any (s.toetsers) and toegang.kaartje()->>'doel' = 'toetsing' and exists (
      select from zaak.omstandigheid o where o.signaal_id = toegang.zaak() and o.code = 'toetsing_geopend' and o.partij = toegang.kaartje()->>'partij'
        and (o.tot is null or o.tot > clock_timestamp())))
$$;

-- Whether a record stands: no newer version, and no record that ends it.
create function zaak.stuk_staat(welk uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select not exists (select from zaak.stuk n where n.vervangt = welk)
    and not exists (select from zaak.stuk e join proces.stuk es on es.code = e.soort where e.bij = welk and es.sluit)
$$;

create function zaak.toets_stuk_hinder() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  hinder text[] := (select s.niet_zolang from proces.stuk s where s.code = new.soort);
begin
  if cardinality(hinder) > 0 and exists (
      select from zaak.stuk k where k.signaal_id = new.signaal_id and k.soort = any (hinder) and zaak.stuk_staat(k.id)) then
    raise exception '% cannot be made now', new.soort using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger toets_stuk_hinder before insert on zaak.stuk for each row execute function zaak.toets_stuk_hinder();

-- For a list: what waits. What is suspended does not, nor what is about a record that was ended.
create or replace function toegang.wachtende_stukken(welke uuid[])
returns table (signaal_id uuid, soort text, aan text[], uiterlijk date)
language sql volatile security definer set search_path = pg_catalog as $$
  select k.signaal_id, k.soort, k.aan, k.uiterlijk
  from zaak.stuk k
  join proces.stuk s on s.code = k.soort
  where k.uiterlijk is not null and k.signaal_id = any (welke)
    and zaak.stuk_staat(k.id)
    and not exists (select from zaak.stuk e join proces.stuk es on es.code = e.soort where e.bij = k.bij and e.id <> k.id and es.sluit)
    and not exists (select from zaak.stuk o join proces.stuk os on os.code = o.soort where o.bij = k.id and os.schort_op and zaak.stuk_staat(o.id))
    and exists (
      select from toegang.stand(k.signaal_id) st
      cross join lateral (select toegang.kaartje()->'plaatsen'->st.plaats as plaats) p
      where coalesce(case when st.elders then p.plaats->>'elders' end, p.plaats->>'partij') = any (s.lezers || k.aan || k.namens))
$$;
