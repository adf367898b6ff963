-- The public report of a consultation about a year (wet-pga:18): what the parties write themselves, in versions that are only added to.
-- No figure of the municipality stands in it: those of its area come from the published tables.
create table landelijk.jaarverslag (
  gemeente text not null check (gemeente ~ '^[0-9]{4}$'),
  jaar int not null check (jaar >= 2025),
  nummer int not null,
  woorden text not null,
  -- The day on which the parties adopted it; null while it is a draft.
  vastgesteld_op date,
  partij text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  primary key (gemeente, jaar, nummer)
);
alter table landelijk.jaarverslag enable row level security;
alter table landelijk.jaarverslag force row level security;
grant select on landelijk.jaarverslag to pga_app;
grant insert (gemeente, jaar, nummer, woorden, vastgesteld_op, partij, door) on landelijk.jaarverslag to pga_app;
create policy eigenaar on landelijk.jaarverslag to pga_owner using (true) with check (true);

-- What was adopted is public; a draft is for who writes it.
create policy zien on landelijk.jaarverslag for select to pga_app using (
  vastgesteld_op is not null or ((select toegang.taak()) = 'jaarverslag_maken' and (select toegang.taak_in(gemeente))));
create policy schrijven on landelijk.jaarverslag for insert to pga_app with check (
  (select toegang.taak()) = 'jaarverslag_maken' and (select toegang.taak_in(gemeente)) and door = (select (toegang.kaartje()->>'account')::uuid)
  and partij in (select p->>'partij' from jsonb_array_elements((select toegang.kaartje())->'plaatsen') p)
  and jaar < extract(year from now() at time zone 'Europe/Amsterdam'));

create function landelijk.toets_jaarverslag() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform pg_advisory_xact_lock(hashtextextended('jaarverslag ' || new.gemeente || new.jaar, 0));
  new.nummer := coalesce((select max(v.nummer) from landelijk.jaarverslag v where v.gemeente = new.gemeente and v.jaar = new.jaar), 0) + 1;
  if new.vastgesteld_op is null and exists (
      select from landelijk.jaarverslag v where v.gemeente = new.gemeente and v.jaar = new.jaar and v.nummer = new.nummer - 1 and v.vastgesteld_op is not null) then
    raise exception 'what was adopted does not become a draft again' using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger toets_jaarverslag before insert on landelijk.jaarverslag for each row execute function landelijk.toets_jaarverslag();

create function landelijk.jaarverslag_blijft() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  raise exception 'a public report does not change' using errcode = 'check_violation';
end $$;
create trigger jaarverslag_blijft before update or delete on landelijk.jaarverslag for each row execute function landelijk.jaarverslag_blijft();
