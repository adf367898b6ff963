-- Counters that the national tables need besides those of steps and records: each happening with what it decided, whether it was in time,
-- and how many rounds it took. One function says what a row counts as, for the trigger and for a recount alike.

-- What a step counts as. Who asks this while the step is being written finds the judgements as they were then.
create function telling.van_stap(s zaak.stap) returns table (soort text, uitkomst text)
language sql stable set search_path = pg_catalog as $$
  select t.soort, t.uitkomst from (values
    ('keuze', case s.stap when 'aanmelden' then case when s.binnen_termijn is false then 'te_laat' else 'op_tijd' end when 'niet_aanmelden' then 'niet' end),
    ('reden', case s.stap when 'niet_aanmelden' then s.uitkomst end),
    ('weging', case
      when s.stap = 'spoed_vaststellen' then 'spoed'
      when s.stap <> 'weging_vaststellen' then null
      when s.naar <> 'niet_voorgelegd' then
        case when exists (select from zaak.stap r where r.signaal_id = s.signaal_id and r.stap in ('nieuwe_ronde', 'opschorten') and r.op < s.op) then 'later' else 'eerste_ronde' end
      when exists (
        select from zaak.weging w where w.signaal_id = s.signaal_id and w.oordeel <> 'niet_in_overeenstemming'
          and w.ronde = (select max(l.ronde) from zaak.weging l where l.signaal_id = s.signaal_id and l.op <= s.op)) then 'oneens'
      else 'niet' end),
    ('weging_op_tijd', case when s.stap in ('weging_vaststellen', 'spoed_vaststellen') then case when s.binnen_termijn is false then 'nee' else 'ja' end end),
    ('evaluatie', case s.stap when 'evalueren' then s.uitkomst end),
    ('evaluatie_op_tijd', case s.stap when 'evalueren' then case when s.binnen_termijn is false then 'nee' else 'ja' end end)
  ) t(soort, uitkomst) where t.uitkomst is not null
$$;

-- What a record counts as: an intervention that ended counts with its result.
create function telling.van_stuk(s zaak.stuk) returns table (soort text, uitkomst text)
language sql stable set search_path = pg_catalog as $$
  select 'interventie', i.uitkomst || '/' || s.uitkomst from zaak.stuk i where s.soort = 'plan_afgerond' and i.id = s.bij and i.uitkomst is not null and s.uitkomst is not null
$$;

-- Before the trigger that judges the row and may destroy the case (triggers run in order of their names).
create function telling.tel_stap() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform telling.tel((select z.gemeente from zaak.signaal z where z.id = new.signaal_id), t.soort, t.uitkomst) from telling.van_stap(new) t;
  return new;
end $$;
create trigger tel_stap after insert on zaak.stap for each row execute function telling.tel_stap();

create function telling.tel_stuk() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform telling.tel((select z.gemeente from zaak.signaal z where z.id = new.signaal_id), t.soort, t.uitkomst) from telling.van_stuk(new) t;
  return new;
end $$;
create trigger tel_stuk after insert on zaak.stuk for each row execute function telling.tel_stuk();

-- What was written before these counters were there.
insert into telling.teller (jaar, gemeente, soort, uitkomst, aantal)
select extract(year from s.op at time zone 'Europe/Amsterdam')::int, z.gemeente, t.soort, t.uitkomst, count(*)
from zaak.stap s join zaak.signaal z on z.id = s.signaal_id cross join lateral telling.van_stap(s) t
group by 1, 2, 3, 4
union all
select extract(year from s.op at time zone 'Europe/Amsterdam')::int, z.gemeente, t.soort, t.uitkomst, count(*)
from zaak.stuk s join zaak.signaal z on z.id = s.signaal_id cross join lateral telling.van_stuk(s) t
group by 1, 2, 3, 4;

-- The same counts made again out of the cases that are still there: what was destroyed is only in the counters. For a check by the owner.
create function telling.hertelling() returns table (jaar int, gemeente text, soort text, uitkomst text, aantal bigint)
language sql stable set search_path = pg_catalog as $$
  select extract(year from g.op at time zone 'Europe/Amsterdam')::int, z.gemeente, g.soort, g.uitkomst, count(*)
  from (
    select s.signaal_id, s.op, s.stap, coalesce(s.uitkomst, s.naar) from zaak.stap s
    union all select s.signaal_id, s.op, 'op_tijd', case when s.binnen_termijn then 'ja' else 'nee' end from zaak.stap s where s.binnen_termijn is not null
    union all select s.signaal_id, s.op, t.soort, t.uitkomst from zaak.stap s cross join lateral telling.van_stap(s) t
    union all select w.signaal_id, w.op, 'oordeel', w.oordeel from zaak.weging w
    union all select s.signaal_id, s.op, 'stuk:' || s.soort, coalesce(s.uitkomst, '') from zaak.stuk s
    union all select s.signaal_id, s.op, t.soort, t.uitkomst from zaak.stuk s cross join lateral telling.van_stuk(s) t
    union all select a.signaal_id, a.op, 'afwijking', a.artikel from zaak.afwijking a
  ) g(signaal_id, op, soort, uitkomst) join zaak.signaal z on z.id = g.signaal_id
  group by 1, 2, 3, 4
$$;

-- What was published stays true: nothing is counted any more in its year.
create function telling.jaar_is_dicht() returns trigger
language plpgsql set search_path = pg_catalog as $$
begin
  if exists (select from landelijk.uitgave u where u.jaar in (old.jaar, new.jaar) and u.afgewezen_op is null) then
    raise exception 'the year % was published', coalesce(old.jaar, new.jaar) using errcode = 'check_violation';
  end if;
  return coalesce(new, old);
end $$;
create trigger jaar_is_dicht before insert or update or delete on telling.teller for each row execute function telling.jaar_is_dicht();

-- Statistics read counts and nothing else: no case, no person, no day, no words.
create view telling.tellingen as
  select t.jaar, g.gebied, t.gemeente, t.soort, t.uitkomst, t.aantal from telling.teller t join telling.gebied g on g.gemeente = t.gemeente;
grant usage on schema telling to pga_statistiek;
grant select on telling.tellingen to pga_statistiek;
