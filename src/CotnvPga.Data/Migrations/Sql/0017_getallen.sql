-- A municipality may choose numbers within bounds (rounds of a weighing, days to ratify): what it chose counts in the database as well.
-- The ticket says which covenant the portal decided under; without one, or where nothing was chosen, the national number counts.
alter table proces.getal rename to getal_per_uitgave;
alter table proces.getal_per_uitgave add column uitgave text not null default '';
alter table proces.getal_per_uitgave drop constraint getal_pkey;
alter table proces.getal_per_uitgave add primary key (code, uitgave);

create view proces.getal as
  select distinct on (g.code) g.code, g.waarde, g.eenheid
  from proces.getal_per_uitgave g
  where g.uitgave in ('', coalesce(toegang.kaartje()->>'uitgave', ''))
  order by g.code, g.uitgave desc;
grant select on proces.getal to pga_app;
