-- Which municipality acceded to which covenant, who signed and on which mandate. No case data, open to read; a line is added, never changed.
create schema toetreding;
grant usage on schema toetreding to pga_app;

create table toetreding.verklaring (
  gemeente text not null check (gemeente ~ '^[0-9]{4}$'),
  nummer int not null,
  soort text not null check (soort in ('toetreding', 'uittreding')),
  -- Null: the national covenant alone.
  versie text,
  modelversie text,
  ondertekenaar text not null,
  functie text not null,
  mandaat text not null,
  datum date not null,
  -- SHA-256 of the rule data that was signed.
  convenant text not null check (convenant ~ '^[0-9a-f]{64}$'),
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  primary key (gemeente, nummer),
  check (soort = 'toetreding' or versie is null)
);
alter table toetreding.verklaring enable row level security;
grant select on toetreding.verklaring to pga_app;
grant insert (gemeente, soort, versie, modelversie, ondertekenaar, functie, mandaat, datum, convenant, door) on toetreding.verklaring to pga_app;

create policy lezen on toetreding.verklaring for select to pga_app using (true);
-- The ticket of somebody who signs names the municipalities for which the membership lets that person do so.
create policy tekenen on toetreding.verklaring for insert to pga_app with check (
  (select toegang.kaartje()->>'soort') = 'toetreding' and door = (select (toegang.kaartje()->>'account')::uuid)
  and exists (select from jsonb_array_elements((select toegang.kaartje())->'plaatsen') p where p->>'waar' = gemeente));

-- The number follows the one before; who does not take part cannot leave.
create function toetreding.toets_verklaring() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  vorige toetreding.verklaring;
begin
  perform pg_advisory_xact_lock(hashtextextended('toetreding ' || new.gemeente, 0));
  select * into vorige from toetreding.verklaring v where v.gemeente = new.gemeente order by v.nummer desc limit 1;
  if new.soort = 'uittreding' and vorige.soort is distinct from 'toetreding' then
    raise exception '% does not take part', new.gemeente using errcode = 'serialization_failure';
  end if;
  if new.soort = 'toetreding' and vorige.soort = 'toetreding' and vorige.versie is not distinct from new.versie and vorige.convenant = new.convenant then
    raise exception '% acceded to this already', new.gemeente using errcode = 'serialization_failure';
  end if;
  new.nummer := coalesce(vorige.nummer, 0) + 1;
  return new;
end $$;
create trigger toets_verklaring before insert on toetreding.verklaring for each row execute function toetreding.toets_verklaring();
