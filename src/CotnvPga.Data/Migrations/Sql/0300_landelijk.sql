-- The national tables (wet-pga:18): how it goes, never who. They come from the counters without a person, which survive destruction.

-- Which municipality lies in which area; filled from the file of municipalities.
create table telling.gebied (
  gemeente text primary key check (gemeente ~ '^[0-9]{4}$'),
  gebied text not null
);

-- Whether a step was taken within its term is found when it is taken, with the term that the covenant gave the case then.
alter table zaak.stap add column binnen_termijn boolean;
grant insert (binnen_termijn) on zaak.stap to pga_app;
create function telling.tel_op_tijd() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform telling.tel((select s.gemeente from zaak.signaal s where s.id = new.signaal_id), 'op_tijd', case when new.binnen_termijn then 'ja' else 'nee' end);
  return new;
end $$;
create trigger tel_op_tijd after insert on zaak.stap for each row when (new.binnen_termijn is not null) execute function telling.tel_op_tijd();

grant select on telling.gebied to pga_app;

-- Nobody reads counts of others but the machine that audits them.
revoke select on telling.teller from pga_app;
create function toegang.tellingen(welk_jaar int)
returns table (gemeente text, gebied text, soort text, uitkomst text, aantal bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select t.gemeente, g.gebied, t.soort, t.uitkomst, t.aantal
  from telling.teller t join telling.gebied g on g.gemeente = t.gemeente
  where t.jaar = welk_jaar and toegang.taak() in ('rapport_aanvragen', 'rapport_controleren')
$$;
-- A municipality sees its own counts exactly.
create function toegang.eigen_tellingen(waar text, welk_jaar int)
returns table (soort text, uitkomst text, aantal bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select t.soort, t.uitkomst, t.aantal from telling.teller t
  where t.jaar = welk_jaar and t.gemeente = waar and toegang.taak() = 'spiegel_zien' and toegang.taak_in(waar)
$$;
grant execute on function toegang.tellingen(int), toegang.eigen_tellingen(text, int) to pga_app;

-- A release: what the audit left, frozen when it is asked for. Two people of different organisations look at it; then it is published, once a year.
create schema landelijk;
grant usage on schema landelijk to pga_app;
create table landelijk.uitgave (
  id uuid primary key,
  jaar int not null check (jaar >= 2025),
  inhoud text not null,
  vingerafdruk text not null check (vingerafdruk ~ '^[0-9a-f]{64}$'),
  regels text not null,
  programma text not null,
  partij text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  vrijgegeven_op timestamptz,
  afgewezen_op timestamptz,
  check (vrijgegeven_op is null or afgewezen_op is null)
);
create unique index een_uitgave_per_jaar on landelijk.uitgave (jaar) where afgewezen_op is null;
create table landelijk.controle (
  uitgave_id uuid not null references landelijk.uitgave,
  partij text not null,
  door uuid not null,
  akkoord boolean not null,
  toelichting text not null,
  op timestamptz not null default clock_timestamp(),
  primary key (uitgave_id, partij)
);
alter table landelijk.uitgave enable row level security;
alter table landelijk.uitgave force row level security;
alter table landelijk.controle enable row level security;
alter table landelijk.controle force row level security;
grant select on landelijk.uitgave, landelijk.controle to pga_app;
grant insert (id, jaar, inhoud, vingerafdruk, regels, programma, partij, door) on landelijk.uitgave to pga_app;
grant insert (uitgave_id, partij, door, akkoord, toelichting) on landelijk.controle to pga_app;

-- What is published is for everybody; what waits is for who asks and who looks at it.
create policy eigenaar on landelijk.uitgave to pga_owner using (true) with check (true);
create policy eigenaar on landelijk.controle to pga_owner using (true) with check (true);
create policy zien on landelijk.uitgave for select to pga_app using (
  vrijgegeven_op is not null or (select toegang.taak()) in ('rapport_aanvragen', 'rapport_controleren'));
create policy zien on landelijk.controle for select to pga_app using ((select toegang.taak()) in ('rapport_aanvragen', 'rapport_controleren'));
create policy aanvragen on landelijk.uitgave for insert to pga_app with check (
  (select toegang.taak()) = 'rapport_aanvragen' and door = (select (toegang.kaartje()->>'account')::uuid)
  and partij in (select p->>'partij' from jsonb_array_elements((select toegang.kaartje())->'plaatsen') p)
  -- A year is counted once it is over.
  and jaar < extract(year from now() at time zone 'Europe/Amsterdam'));
create policy controleren on landelijk.controle for insert to pga_app with check (
  (select toegang.taak()) = 'rapport_controleren' and door = (select (toegang.kaartje()->>'account')::uuid)
  and partij in (select p->>'partij' from jsonb_array_elements((select toegang.kaartje())->'plaatsen') p));

create function landelijk.toets_controle() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  u landelijk.uitgave;
begin
  select * into u from landelijk.uitgave x where x.id = new.uitgave_id for update;
  if u.id is null or u.vrijgegeven_op is not null or u.afgewezen_op is not null or u.door = new.door or u.partij = new.partij then
    raise exception 'this release does not wait for this check' using errcode = 'check_violation';
  end if;
  if not new.akkoord then
    update landelijk.uitgave set afgewezen_op = clock_timestamp() where id = u.id;
  elsif exists (select from landelijk.controle c where c.uitgave_id = u.id and c.akkoord and c.partij <> new.partij and c.door <> new.door) then
    update landelijk.uitgave set vrijgegeven_op = clock_timestamp() where id = u.id;
  end if;
  return new;
end $$;
create trigger toets_controle before insert on landelijk.controle for each row execute function landelijk.toets_controle();

-- Frozen: nothing of it changes but that it is published or refused, once.
create function landelijk.bevroren() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if tg_op = 'DELETE' or old.vrijgegeven_op is not null or old.afgewezen_op is not null
    or (to_jsonb(new) - 'vrijgegeven_op' - 'afgewezen_op') is distinct from (to_jsonb(old) - 'vrijgegeven_op' - 'afgewezen_op') then
    raise exception 'a release does not change' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger bevroren before update or delete on landelijk.uitgave for each row execute function landelijk.bevroren();
