-- Records that people lay down beside the steps. What kinds there are, and who makes and reads them, is process data; what a record says is encrypted.
create table proces.stuk (
  code text primary key,
  wijze text not null check (wijze in ('alleen', 'samen', 'twee_personen')),
  partijen text[] not null,
  met text[] not null,
  fasen text[] not null,
  lezers text[] not null,
  bij text[] not null,
  sluit boolean not null,
  versies boolean not null
);
grant select on proces.stuk to pga_app;

create table zaak.stuk (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  soort text not null,
  bij uuid references zaak.stuk,
  vervangt uuid references zaak.stuk,
  voorstel_id uuid,
  namens text not null,
  -- Only for a party of another municipality.
  gemeente text,
  door uuid not null,
  -- Parties to whom it is addressed: they read it too.
  aan text[] not null default '{}',
  fase text not null,
  inhoud bytea not null,
  uitkomst text,
  uiterlijk date,
  op timestamptz not null default clock_timestamp()
);
create index on zaak.stuk (signaal_id, op);
create unique index stuk_een_opvolger on zaak.stuk (vervangt) where vervangt is not null;
alter table zaak.stuk enable row level security;
grant select, insert on zaak.stuk to pga_app;

-- The kinds that the party of the ticket may read when others made them.
create function toegang.leesbare_stukken() returns text[]
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(array_agg(s.code), '{}') from proces.stuk s where toegang.kaartje()->>'partij' = any (s.lezers)
$$;
grant execute on function toegang.leesbare_stukken() to pga_app;

create policy zien on zaak.stuk for select to pga_app using (
  signaal_id = (select toegang.zaak_voor('proces'))
  and (soort = any ((select toegang.leesbare_stukken())::text[])
    or (select toegang.kaartje()->>'partij') = any (aan)
    or (namens = (select toegang.kaartje()->>'partij') and gemeente is not distinct from (select toegang.kaartje()->>'gemeente'))));
create policy doen on zaak.stuk for insert to pga_app with check (
  signaal_id = (select toegang.zaak_voor('proces')) and namens = (select toegang.kaartje()->>'partij')
  and gemeente is not distinct from (select toegang.kaartje()->>'gemeente') and door = (select (toegang.kaartje()->>'account')::uuid));

create function zaak.toets_stuk() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  z zaak.signaal;
  s proces.stuk;
  b zaak.stuk;
begin
  select * into strict z from zaak.signaal where id = new.signaal_id for update;
  select * into strict s from proces.stuk where code = new.soort;
  if z.fase <> new.fase then raise exception 'the case is in phase %, not %', z.fase, new.fase using errcode = 'serialization_failure'; end if;
  if not z.fase = any (s.fasen) then raise exception '% is not made in phase %', s.code, z.fase using errcode = 'check_violation'; end if;
  if not new.namens = any (s.partijen) then raise exception '% may not make %', new.namens, s.code using errcode = 'check_violation'; end if;
  if cardinality(s.met) > 0 and not exists (
      select from zaak.omstandigheid o where o.signaal_id = z.id and (o.partij is null or o.partij = new.namens) and o.gemeente is not distinct from new.gemeente
        and o.code = any (s.met) and (o.tot is null or o.tot > clock_timestamp())) then
    raise exception '% has not the circumstance for %', new.namens, s.code using errcode = 'check_violation';
  end if;
  if new.bij is not null then
    select * into b from zaak.stuk where id = new.bij and signaal_id = z.id;
    if not found or not b.soort = any (s.bij) then raise exception '% is about another record', s.code using errcode = 'check_violation'; end if;
  elsif s.sluit then
    raise exception '% ends a record and names none', s.code using errcode = 'check_violation';
  end if;
  if s.sluit and exists (
      select from zaak.stuk o join proces.stuk os on os.code = o.soort where o.bij = new.bij and os.sluit and o.id <> new.id and not exists (select from zaak.stuk n where n.vervangt = o.id)
        and o.id is distinct from new.vervangt) then
    raise exception 'the record was ended already' using errcode = 'serialization_failure';
  end if;
  if new.vervangt is not null and (not s.versies or not exists (select from zaak.stuk o where o.id = new.vervangt and o.signaal_id = z.id and o.soort = new.soort)) then
    raise exception '% takes the place of another kind', s.code using errcode = 'check_violation';
  end if;
  if s.wijze = 'samen' and (
      select count(distinct i.partij) from zaak.instemming i join zaak.voorstel v on v.id = i.voorstel_id
      where v.id = new.voorstel_id and v.signaal_id = z.id and v.soort = s.code and v.stand = 'open' and i.partij = any (s.partijen)) < cardinality(s.partijen) then
    raise exception '% needs the agreement of all', s.code using errcode = 'check_violation';
  end if;
  if s.wijze = 'twee_personen' and (
      select count(distinct i.door) from zaak.instemming i join zaak.voorstel v on v.id = i.voorstel_id
      where v.id = new.voorstel_id and v.signaal_id = z.id and v.soort = s.code and v.stand = 'open' and i.partij = new.namens) < 2 then
    raise exception '% needs a second person', s.code using errcode = 'check_violation';
  end if;
  update zaak.voorstel set stand = 'aangenomen' where id = new.voorstel_id;
  update zaak.signaal set laatst_verwerkt_op = clock_timestamp() where id = z.id;
  perform telling.tel(z.gemeente, 'stuk:' || s.code, coalesce(new.uitkomst, ''));
  return new;
end $$;
create trigger toets_stuk after insert on zaak.stuk for each row execute function zaak.toets_stuk();

-- A record goes with its case.
create function zaak.vernietig_stukken() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from zaak.stuk where signaal_id = new.signaal_id;
  return new;
end $$;
create trigger stukken_vernietigen after insert on zaak.vernietiging for each row execute function zaak.vernietig_stukken();

-- For a list: what waits in cases in which the person's ticket has a place, for who may read it.
create function toegang.wachtende_stukken(welke uuid[])
returns table (signaal_id uuid, soort text, aan text[], uiterlijk date)
language sql volatile security definer set search_path = pg_catalog as $$
  select k.signaal_id, k.soort, k.aan, k.uiterlijk
  from zaak.stuk k
  join proces.stuk s on s.code = k.soort
  where k.uiterlijk is not null and k.signaal_id = any (welke)
    and not exists (select from zaak.stuk n where n.vervangt = k.id)
    and not exists (select from zaak.stuk e join proces.stuk es on es.code = e.soort where e.bij = k.id and es.sluit)
    and exists (
      select from toegang.stand(k.signaal_id) st
      cross join lateral (select toegang.kaartje()->'plaatsen'->st.plaats as plaats) p
      where coalesce(case when st.elders then p.plaats->>'elders' end, p.plaats->>'partij') = any (s.lezers || k.aan || k.namens))
$$;
grant execute on function toegang.wachtende_stukken(uuid[]) to pga_app;
