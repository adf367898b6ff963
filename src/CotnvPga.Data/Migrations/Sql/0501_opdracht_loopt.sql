-- A record of a register can hold from a day on, and can be withdrawn: then nothing more is laid down about it.
alter table proces.register_stuk add column geldt_van text, add column niet_na text[] not null default '{}';

create or replace function register.toets_stuk() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  s proces.register_stuk;
  o register.stuk;
  nodig jsonb;
  eerste date;
begin
  select * into s from proces.register_stuk x where x.code = new.soort and x.register = new.register;
  if not found then raise exception 'no such record in this register' using errcode = 'check_violation'; end if;
  if register.bevat_bsn(new.titel || ' ' || new.tekst) then raise exception 'a register holds no person' using errcode = 'check_violation'; end if;
  perform pg_advisory_xact_lock(hashtextextended('register ' || new.register, 0));
  if new.vervangt is not null then
    select * into o from register.stuk x where x.id = new.vervangt;
    if not s.versies or o.soort is distinct from new.soort or o.bij is distinct from new.bij or o.gemeente is distinct from new.gemeente then
      raise exception 'this record takes no place of that one' using errcode = 'check_violation';
    end if;
  end if;
  if new.bij is not null then
    select * into o from register.stuk x where x.id = new.bij;
    if o.id is null or o.register <> new.register or not (o.soort = any (s.bij)) or (o.gemeente is not null and o.gemeente is distinct from new.gemeente) then
      raise exception 'this record is not about that one' using errcode = 'check_violation';
    end if;
    if s.sluit and exists (
      select from register.stuk e join proces.register_stuk k on k.code = e.soort where e.bij = new.bij and k.sluit and new.vervangt is null) then
      raise exception 'that record was ended' using errcode = 'serialization_failure';
    end if;
    if s.iemand_anders and (o.door = new.door or exists (select from register.stuk a where a.bij = new.bij and a.door = new.door and a.soort <> new.soort)) then
      raise exception 'somebody else must do this' using errcode = 'insufficient_privilege';
    end if;
    if o.geldt_tot < (clock_timestamp() at time zone 'Europe/Amsterdam')::date and not s.sluit then
      raise exception 'that record does not hold any more' using errcode = 'object_not_in_prerequisite_state';
    end if;
    select (o.inhoud::jsonb->'velden'->k.geldt_van->>0)::date into eerste from proces.register_stuk k where k.code = o.soort;
    if eerste > (clock_timestamp() at time zone 'Europe/Amsterdam')::date and not s.sluit then
      raise exception 'that record does not hold yet' using errcode = 'object_not_in_prerequisite_state';
    end if;
    if exists (select from register.stuk e where e.bij = new.bij and e.soort = any (s.niet_na)) then
      raise exception 'that record was withdrawn' using errcode = 'object_not_in_prerequisite_state';
    end if;
    for nodig in select * from jsonb_array_elements(s.vereist) loop
      if not exists (
        select from register.stuk e, jsonb_array_elements(nodig) n
        where (e.id = new.bij or e.bij = new.bij) and e.soort = n->>'stuk' and (n->>'uitkomst' is null or e.uitkomst = n->>'uitkomst')) then
        raise exception 'something must stand first' using errcode = 'object_not_in_prerequisite_state';
      end if;
    end loop;
  elsif cardinality(s.bij) > 0 and new.vervangt is null then
    raise exception 'this record is about another one' using errcode = 'check_violation';
  end if;
  new.nummer := coalesce((select max(x.nummer) from register.stuk x where x.register = new.register), 0) + 1;
  new.vorige := coalesce((select x.vingerafdruk from register.stuk x where x.register = new.register and x.nummer = new.nummer - 1), repeat('0', 64));
  new.op := clock_timestamp();
  new.vingerafdruk := register.vingerafdruk(new);
  return new;
end $$;

-- Which municipalities are in the draw of an exercise, laid down with its seed.
alter table oefening.ronde add column gemeenten text[];
grant select (gemeenten), insert (gemeenten) on oefening.ronde to pga_app;

-- An exercise counts a case once, also for who judged it for several weegploegen.
create or replace function toegang.oefening_gedaan()
returns table (ronde_id uuid, zaken bigint, gedaan bigint, laatst timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select z.ronde_id, count(distinct z.id), count(distinct o.zaak_id), max(o.op)
  from oefening.zaak z join oefening.ronde r on r.id = z.ronde_id and r.vrijgegeven_op is not null
  left join oefening.oordeel o on o.zaak_id = z.id and o.door = (toegang.kaartje()->>'account')::uuid
  where toegang.taak() = 'oefening_doen' group by 1
$$;
