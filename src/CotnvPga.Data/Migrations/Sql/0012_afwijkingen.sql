-- Apply or explain: a motivated departure from a clause in one case, agreed by the three. The motivation is encrypted; article, term and day are not.
create table zaak.afwijking (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  voorstel_id uuid not null,
  artikel text not null,
  -- Null: the clause is no term that runs in a phase.
  termijn text,
  tot date,
  fase text not null,
  inhoud bytea not null,
  namens text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  check (termijn is null or tot is not null)
);
create index on zaak.afwijking (signaal_id);
alter table zaak.afwijking enable row level security;
grant select, insert on zaak.afwijking to pga_app;
create policy zien on zaak.afwijking for select to pga_app using (signaal_id = (select toegang.zaak_voor('proces')));
create policy doen on zaak.afwijking for insert to pga_app with check (
  signaal_id = (select toegang.zaak_voor('proces')) and namens = (select toegang.kaartje()->>'partij') and door = (select (toegang.kaartje()->>'account')::uuid));

-- All parties of the act agreed to the same words; then it is counted, without a person, per article, municipality and year.
create function zaak.toets_afwijking() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  z zaak.signaal;
  s proces.stap;
begin
  select * into strict z from zaak.signaal where id = new.signaal_id for update;
  select * into strict s from proces.stap where code = 'afwijken';
  if z.fase <> new.fase then raise exception 'the case is in phase %, not %', z.fase, new.fase using errcode = 'serialization_failure'; end if;
  if not new.namens = any (s.partijen) then raise exception '% may not depart', new.namens using errcode = 'check_violation'; end if;
  if (select count(distinct i.partij) from zaak.instemming i join zaak.voorstel v on v.id = i.voorstel_id
      where v.id = new.voorstel_id and v.signaal_id = z.id and v.soort = s.code and v.stand = 'open' and i.partij = any (s.partijen)) < cardinality(s.partijen) then
    raise exception '% needs the agreement of all', s.code using errcode = 'check_violation';
  end if;
  update zaak.voorstel set stand = 'aangenomen' where id = new.voorstel_id;
  update zaak.signaal set laatst_verwerkt_op = clock_timestamp() where id = z.id;
  perform telling.tel(z.gemeente, 'afwijking', new.artikel);
  return new;
end $$;
create trigger toets_afwijking after insert on zaak.afwijking for each row execute function zaak.toets_afwijking();

-- A departure goes with its case.
create function zaak.vernietig_afwijkingen() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from zaak.afwijking where signaal_id = new.signaal_id;
  return new;
end $$;
create trigger afwijkingen_vernietigen after insert on zaak.vernietiging for each row execute function zaak.vernietig_afwijkingen();

-- For a list: the terms that were moved, in cases in which the person's ticket has a place.
create function toegang.verzette_termijnen(welke uuid[])
returns table (signaal_id uuid, termijn text, tot date, op timestamptz)
language sql volatile security definer set search_path = pg_catalog as $$
  select a.signaal_id, a.termijn, a.tot, a.op
  from zaak.afwijking a
  where a.termijn is not null and a.signaal_id = any (welke) and exists (select from toegang.stand(a.signaal_id))
$$;
grant execute on function toegang.verzette_termijnen(uuid[]) to pga_app;
