-- A judgement can name the items that it rests on. When such an item changes, or goes, the judgement is marked and a new round can be opened.
create table zaak.oordeel_gegeven (
  weging_id uuid not null references zaak.weging on delete cascade,
  gegeven_id uuid not null,
  signaal_id uuid not null references zaak.signaal,
  veranderd_op timestamptz,
  primary key (weging_id, gegeven_id)
);
create index on zaak.oordeel_gegeven (gegeven_id);
create index on zaak.oordeel_gegeven (signaal_id);
alter table zaak.oordeel_gegeven enable row level security;
grant select, insert on zaak.oordeel_gegeven to pga_app;
create policy zien on zaak.oordeel_gegeven for select to pga_app using (
  signaal_id = (select toegang.zaak_voor('proces')) and exists (select from zaak.weging w where w.id = weging_id and w.partij = (select toegang.kaartje()->>'partij')));
create policy noemen on zaak.oordeel_gegeven for insert to pga_app with check (
  signaal_id = (select toegang.zaak_voor('proces')) and veranderd_op is null
  and exists (select from zaak.weging w where w.id = weging_id and w.signaal_id = oordeel_gegeven.signaal_id and w.partij = (select toegang.kaartje()->>'partij')));

-- A correction, the supplier's shielding (4), and necessity that is withdrawn, change what a judgement rested on; so does an item that is gone.
create function zaak.merk_oordelen() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if tg_op = 'UPDATE' and old.waarde is not distinct from new.waarde and (old.vlaggen # new.vlaggen) & 4 = 0 and (old.noodzaak & ~new.noodzaak) = 0 then return null; end if;
  update zaak.oordeel_gegeven set veranderd_op = coalesce(veranderd_op, clock_timestamp()) where gegeven_id = old.id;
  return null;
end $$;
create trigger merk_oordelen after update or delete on zaak.gegeven for each row execute function zaak.merk_oordelen();

-- Verdicts of a round, each with whether something it rested on changed.
drop function toegang.oordelen(uuid, int);
create function toegang.oordelen(welke uuid, welke_ronde int)
returns table (partij text, oordeel text, veranderd boolean)
language sql stable security definer set search_path = pg_catalog as $$
  select w.partij, w.oordeel, exists (select from zaak.oordeel_gegeven g where g.weging_id = w.id and g.veranderd_op is not null)
  from zaak.weging w where w.signaal_id = welke and w.ronde = welke_ronde and toegang.zaak_voor('proces') = welke
$$;
grant execute on function toegang.oordelen(uuid, int) to pga_app;

-- One fact more; what the others mean stays where it was.
alter function zaak.feit(zaak.signaal, text) rename to feit_van_de_zaak;
create function zaak.feit(z zaak.signaal, welk text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select case when welk = 'feit_veranderd'
    then exists (select from zaak.weging w join zaak.oordeel_gegeven g on g.weging_id = w.id where w.signaal_id = z.id and w.ronde = z.ronde and g.veranderd_op is not null)
    else zaak.feit_van_de_zaak(z, welk) end
$$;
create function zaak.heropen_ronde() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  update zaak.signaal set ronde = ronde + 1 where id = new.signaal_id;
  return null;
end $$;
-- By its name after toets_stap: that one looks at the round in which something changed.
create trigger toets_stap_heropent after insert on zaak.stap for each row when (new.stap = 'oordelen_heropenen') execute function zaak.heropen_ronde();
