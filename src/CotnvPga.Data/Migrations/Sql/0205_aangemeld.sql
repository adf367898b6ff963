-- A case that is registered and not yet brought to the three: each of the three of its municipality sees that it exists, by number, by whom
-- it was registered and since when, and nothing else. So what reached one party alone cannot die there (wet-pga:5.1, 5.3).
create function toegang.aangemeld()
returns table (nummer text, gemeente text, partij text, sinds timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select s.nummer, s.gemeente, o.partij, s.fase_sinds
  from zaak.signaal s
  join lateral (select min(x.partij) as partij from zaak.omstandigheid x where x.signaal_id = s.id and x.code = 'aanmelder') o on true
  where s.fase = 'aanmelding' and toegang.kaartje()->>'soort' = 'persoon' and exists (
    select from jsonb_array_elements(toegang.kaartje()->'plaatsen') p join proces.stap w on w.code = 'weging_vaststellen'
    where p->>'waar' = s.gemeente and p->>'partij' = any (w.partijen))
  order by s.fase_sinds, s.nummer
$$;
grant execute on function toegang.aangemeld() to pga_app;

-- Cases of one household that can be planned in one meeting: a link, without a file and without a right. The three see numbers only.
create table zaak.verband (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  ander_id uuid not null references zaak.signaal,
  namens text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  check (signaal_id < ander_id),
  unique (signaal_id, ander_id)
);
create index on zaak.verband (ander_id);
alter table zaak.verband enable row level security;

-- Both cases are of one municipality and in a phase of the act, and the person of the ticket acts for one of its parties in both.
create function toegang.verbinden(welke uuid, met uuid) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  a proces.stap;
begin
  select * into strict a from proces.stap where code = 'zaken_verbinden';
  if toegang.zaak_voor('proces') is distinct from welke or not kaart->>'partij' = any (a.partijen) then
    raise exception 'no ticket for this case' using errcode = 'insufficient_privilege';
  end if;
  if (select x.gemeente from zaak.signaal x where x.id = welke) is distinct from (select y.gemeente from zaak.signaal y where y.id = met) then
    raise exception 'cases of one municipality only' using errcode = 'check_violation';
  end if;
  insert into zaak.verband (id, signaal_id, ander_id, namens, door)
  values (gen_random_uuid(), least(welke, met), greatest(welke, met), kaart->>'partij', (kaart->>'account')::uuid) on conflict do nothing;
  return found;
end $$;

create function toegang.losmaken(welke uuid, welk_nummer text) returns boolean
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare a proces.stap;
begin
  select * into strict a from proces.stap where code = 'zaken_verbinden';
  if toegang.zaak_voor('proces') is distinct from welke or not toegang.kaartje()->>'partij' = any (a.partijen) then
    raise exception 'no ticket for this case' using errcode = 'insufficient_privilege';
  end if;
  delete from zaak.verband v using zaak.signaal s
  where welke in (v.signaal_id, v.ander_id) and s.id = case when v.signaal_id = welke then v.ander_id else v.signaal_id end and s.nummer = welk_nummer;
  return found;
end $$;

-- The numbers of the cases that are linked with that of the ticket.
create function toegang.verbonden() returns table (nummer text)
language sql stable security definer set search_path = pg_catalog as $$
  select s.nummer
  from zaak.verband v join zaak.signaal s on s.id = case when v.signaal_id = toegang.zaak_voor('proces') then v.ander_id else v.signaal_id end
  where toegang.zaak_voor('proces') in (v.signaal_id, v.ander_id) and s.fase <> 'vernietigd'
    and exists (select from proces.stap a where a.code = 'zaken_verbinden' and toegang.kaartje()->>'partij' = any (a.partijen))
  order by s.nummer
$$;

-- The case with a number, for whoever has a place in it; the door then decides whether the person may know of it.
create function toegang.zaak_met_nummer(welk text) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select s.id from zaak.signaal s where s.nummer = welk and exists (
    select from jsonb_array_elements(toegang.kaartje()->'plaatsen') p where toegang.kaartje()->>'soort' = 'persoon' and p->>'waar' = s.gemeente)
$$;
grant execute on function toegang.verbinden(uuid, uuid), toegang.losmaken(uuid, text), toegang.verbonden(), toegang.zaak_met_nummer(text) to pga_app;

create function zaak.vernietig_verbanden() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from zaak.verband where new.signaal_id in (signaal_id, ander_id);
  return new;
end $$;
create trigger verbanden_vernietigen after insert on zaak.vernietiging for each row execute function zaak.vernietig_verbanden();
