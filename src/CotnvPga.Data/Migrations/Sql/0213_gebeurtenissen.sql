-- Something happened in a case that somebody may have to be told of. Written with the act itself, so that it is never lost and never
-- told of an act that was undone; read by a job, and gone when that is done. It says which case and what, and nothing else.
create table proces.bericht_bij (gebeurtenis text primary key);
grant select on proces.bericht_bij to pga_app;

create table zaak.gebeurtenis (
  id uuid primary key default gen_random_uuid(),
  signaal_id uuid not null references zaak.signaal,
  soort text not null,
  door uuid,
  op timestamptz not null default clock_timestamp()
);
create index on zaak.gebeurtenis (op);
alter table zaak.gebeurtenis enable row level security;

create function zaak.meld_gebeurtenis() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  rij jsonb := to_jsonb(new);
  wat text := case tg_table_name when 'stap' then rij->>'stap' when 'voorstel' then 'voorstel' when 'weging' then 'oordeel' else 'melding' end;
begin
  if exists (select from proces.bericht_bij b where b.gebeurtenis = wat) then
    insert into zaak.gebeurtenis (signaal_id, soort, door)
    values (coalesce((rij->>'signaal_id')::uuid, new.id), wat, (toegang.kaartje()->>'account')::uuid);
  end if;
  return new;
end $$;
-- Named to come after the tests: triggers run in the order of their names.
create trigger zz_gebeurtenis after insert on zaak.stap for each row execute function zaak.meld_gebeurtenis();
create trigger zz_gebeurtenis after insert on zaak.voorstel for each row execute function zaak.meld_gebeurtenis();
create trigger zz_gebeurtenis after insert on zaak.weging for each row execute function zaak.meld_gebeurtenis();
create trigger zz_gebeurtenis after insert on zaak.signaal for each row execute function zaak.meld_gebeurtenis();

-- For the job: what happened, the oldest first, and in which municipalities people may have to be told.
create function toegang.gebeurtenissen(hoeveel int)
returns table (id uuid, signaal_id uuid, soort text, door uuid, gemeenten text[])
language sql stable security definer set search_path = pg_catalog as $$
  select e.id, e.signaal_id, e.soort, e.door,
    array(select s.gemeente union select o.gemeente from zaak.omstandigheid o where o.signaal_id = s.id and o.gemeente is not null)
  from zaak.gebeurtenis e join zaak.signaal s on s.id = e.signaal_id
  where toegang.kaartje()->>'soort' = 'klok'
  order by e.op, e.id
  limit hoeveel
$$;
create function toegang.gebeurtenis_klaar(welke uuid) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  delete from zaak.gebeurtenis e where e.id = welke and toegang.kaartje()->>'soort' = 'klok'
$$;
grant execute on function toegang.gebeurtenissen(int), toegang.gebeurtenis_klaar(uuid) to pga_app;

create function zaak.vernietig_gebeurtenissen() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from zaak.gebeurtenis where signaal_id = new.signaal_id;
  return new;
end $$;
create trigger gebeurtenissen_vernietigen after insert on zaak.vernietiging for each row execute function zaak.vernietig_gebeurtenissen();
