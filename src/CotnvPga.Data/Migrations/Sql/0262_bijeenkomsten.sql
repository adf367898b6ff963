-- The calendar of the weegploeg and the consultations: days, places and case numbers; nothing of a case.
create schema agenda;
grant usage on schema agenda to pga_app;

create table agenda.bijeenkomst (
  id uuid primary key,
  gemeente text not null,
  soort text not null check (soort in ('weegploeg', 'casusoverleg')),
  dag date not null,
  van time not null,
  tot time not null,
  plaats text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  vervallen_op timestamptz,
  check (van < tot)
);
create index on agenda.bijeenkomst (gemeente, dag);
create table agenda.punt (
  id uuid primary key,
  bijeenkomst_id uuid not null references agenda.bijeenkomst,
  signaal_id uuid not null references zaak.signaal,
  namens text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  unique (bijeenkomst_id, signaal_id)
);
create index on agenda.punt (signaal_id);
alter table agenda.bijeenkomst enable row level security;
alter table agenda.punt enable row level security;

grant select, insert, update (vervallen_op) on agenda.bijeenkomst to pga_app;
create policy zien on agenda.bijeenkomst for select to pga_app using (
  exists (select from jsonb_array_elements((select toegang.kaartje())->'plaatsen') p where p->>'waar' = gemeente));
create policy plannen on agenda.bijeenkomst for insert to pga_app with check (
  (select toegang.taak()) = 'bijeenkomst_plannen' and toegang.taak_in(gemeente) and door = (select (toegang.kaartje()->>'account')::uuid));
create policy vervallen on agenda.bijeenkomst for update to pga_app
  using ((select toegang.taak()) = 'bijeenkomst_plannen' and toegang.taak_in(gemeente) and vervallen_op is null) with check (vervallen_op is not null);

-- Who may put a case on an agenda is an act of the process; the meeting is one of the case's own municipality.
grant insert, delete on agenda.punt to pga_app;
grant select (id, bijeenkomst_id, signaal_id) on agenda.punt to pga_app;
create policy zien on agenda.punt for select to pga_app using (signaal_id = (select toegang.zaak_voor('proces')));
create policy zetten on agenda.punt for insert to pga_app with check (
  signaal_id = (select toegang.zaak_voor('proces')) and namens = (select toegang.kaartje()->>'partij') and door = (select (toegang.kaartje()->>'account')::uuid));
create policy afhalen on agenda.punt for delete to pga_app using (
  signaal_id = (select toegang.zaak_voor('proces'))
  and exists (select from proces.stap s where s.code = 'agenderen' and (select toegang.kaartje()->>'partij') = any (s.partijen)));
create function agenda.toets_punt() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if not exists (select from proces.stap s where s.code = 'agenderen' and new.namens = any (s.partijen)) then
    raise exception '% may not put a case on an agenda', new.namens using errcode = 'check_violation';
  end if;
  if not exists (
      select from agenda.bijeenkomst b join zaak.signaal z on z.gemeente = b.gemeente
      where b.id = new.bijeenkomst_id and z.id = new.signaal_id and b.vervallen_op is null and b.dag >= (now() at time zone 'Europe/Amsterdam')::date) then
    raise exception 'no such meeting ahead' using errcode = 'serialization_failure';
  end if;
  return new;
end $$;
create trigger toets_punt before insert on agenda.punt for each row execute function agenda.toets_punt();
create function agenda.punten_opruimen() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from agenda.punt where signaal_id = new.signaal_id;
  return new;
end $$;
create trigger punten_opruimen after insert on zaak.vernietiging for each row execute function agenda.punten_opruimen();

-- For a list: which of these cases stand on which agenda, for who has a place in them.
create function toegang.agendapunten(welke uuid[])
returns table (bijeenkomst_id uuid, signaal_id uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  select p.bijeenkomst_id, p.signaal_id from agenda.punt p
  where p.signaal_id = any (welke) and exists (select from toegang.stand(p.signaal_id))
  order by p.op
$$;
-- For who chairs: which parties the newest attendance of today names, by case. No words.
create function toegang.aanwezigheid_vandaag(welke uuid[])
returns table (signaal_id uuid, aan text[])
language sql volatile security definer set search_path = pg_catalog as $$
  select distinct on (k.signaal_id) k.signaal_id, k.aan from zaak.stuk k
  where k.soort = 'overleg_aanwezigheid' and k.signaal_id = any (welke)
    and (k.op at time zone 'Europe/Amsterdam')::date = (now() at time zone 'Europe/Amsterdam')::date
    and exists (select from toegang.stand(k.signaal_id))
  order by k.signaal_id, k.op desc
$$;
grant execute on function toegang.agendapunten(uuid[]), toegang.aanwezigheid_vandaag(uuid[]) to pga_app;
