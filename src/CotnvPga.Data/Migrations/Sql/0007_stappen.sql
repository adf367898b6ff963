-- The phase of a case changes in one way only: by a row in zaak.stap, which this trigger tests against the process data.
create function zaak.feit(z zaak.signaal, welk text) returns boolean
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  oordelen text[];
  rondes int := (select waarde from proces.getal where code = 'weegrondes');
begin
  select coalesce(array_agg(w.oordeel), '{}') into oordelen from zaak.weging w where w.signaal_id = z.id and w.ronde = z.ronde;
  return case welk
    when 'drie_oordelen' then cardinality(oordelen) = 3
    when 'twee_oordelen' then cardinality(oordelen) = 2
    when 'eensluidend' then cardinality(oordelen) = 3 and oordelen[1] = all (oordelen) and oordelen[1] <> 'meer_informatie'
    when 'niet_eensluidend' then not (cardinality(oordelen) = 3 and oordelen[1] = all (oordelen) and oordelen[1] <> 'meer_informatie')
    when 'in_overeenstemming' then cardinality(oordelen) > 0 and 'in_overeenstemming' = all (oordelen)
    when 'niet_in_overeenstemming' then cardinality(oordelen) > 0 and 'niet_in_overeenstemming' = all (oordelen)
    when 'rondes_over' then z.ronde < rondes
    when 'rondes_op' then z.ronde >= rondes
    when 'bekrachtigd' then z.spoed_tot is null
    when 'niet_bekrachtigd' then z.spoed_tot is not null
      and (z.spoed_tot < (now() at time zone 'Europe/Amsterdam')::date or cardinality(oordelen) = 3)
    when 'geen_bewaarplicht' then not z.bewaarplicht
    when 'ongelezen_melding' then z.ongelezen
    else null  -- a fact that the words of the step carry
  end;
end $$;

create function zaak.toets_stap() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  z zaak.signaal;
  s proces.stap;
  u proces.uitkomst;
  feit text;
  klopt boolean;
  gekozen text;
begin
  select * into strict z from zaak.signaal where id = new.signaal_id for update;
  select * into strict s from proces.stap where code = new.stap;
  if z.fase <> new.van then
    raise exception 'the case is in phase %, not %', z.fase, new.van using errcode = 'serialization_failure';
  end if;
  if new.partij is null then
    if s.na is null then raise exception 'the process may not take %', s.code using errcode = 'check_violation'; end if;
  elsif s.wijze = 'proces' or not new.partij = any (s.partijen) then
    raise exception '% may not take %', new.partij, s.code using errcode = 'check_violation';
  elsif cardinality(s.met) > 0 and not exists (
      select from zaak.omstandigheid o where o.signaal_id = z.id and o.partij = new.partij and o.code = any (s.met) and (o.tot is null or o.tot > clock_timestamp())) then
    raise exception '% has not the circumstance for %', new.partij, s.code using errcode = 'check_violation';
  end if;
  foreach feit in array s.vereist loop
    klopt := coalesce(zaak.feit(z, feit), feit = any (new.feiten));
    if not klopt then raise exception '% needs %', s.code, feit using errcode = 'check_violation'; end if;
  end loop;
  for u in select * from proces.uitkomst where stap = s.code and van = z.fase order by volgorde loop
    if (select coalesce(bool_and(coalesce(zaak.feit(z, f), f = any (new.feiten))), true) from unnest(u.wanneer) f) then
      gekozen := u.naar;
      exit;
    end if;
  end loop;
  if gekozen is distinct from new.naar then raise exception '% leads to %, not %', s.code, gekozen, new.naar using errcode = 'check_violation'; end if;
  if new.partij is not null and s.wijze = 'samen' and (
      select count(distinct i.partij) from zaak.instemming i join zaak.voorstel v on v.id = i.voorstel_id
      where v.id = new.voorstel_id and v.signaal_id = z.id and v.soort = s.code and v.stand = 'open' and i.partij = any (s.partijen)) < cardinality(s.partijen) then
    raise exception '% needs the agreement of all', s.code using errcode = 'check_violation';
  end if;
  if new.partij is not null and s.wijze = 'twee_personen' and (
      select count(distinct i.door) from zaak.instemming i join zaak.voorstel v on v.id = i.voorstel_id
      where v.id = new.voorstel_id and v.signaal_id = z.id and v.soort = s.code and v.stand = 'open' and i.partij = new.partij) < 2 then
    raise exception '% needs a second person', s.code using errcode = 'check_violation';
  end if;
  update zaak.voorstel set stand = 'aangenomen' where id = new.voorstel_id;
  update zaak.signaal set
    fase = new.naar,
    -- A step that has a term of its own (evalueren) starts the clock of the phase again.
    fase_sinds = case when fase = new.naar and not exists (select from proces.getal where code = new.stap) then fase_sinds else clock_timestamp() end,
    ronde = ronde + case when new.stap = 'nieuwe_ronde' or new.stap = 'opschorten' then 1 else 0 end,
    ongelezen = ongelezen and new.naar = new.van and not 'ongelezen_melding' = any (s.vereist),
    spoed_tot = case when new.stap = 'spoed_vaststellen' then toegang.werkdagen_later((now() at time zone 'Europe/Amsterdam')::date, (select waarde from proces.getal where code = 'bekrachtigen'))
                     when new.stap = 'opschorten' then null else spoed_tot end,
    laatst_verwerkt_op = clock_timestamp()
  where id = z.id;
  -- Who was only asked during the weighing, no longer is when the weighing ends (the contract's table of circumstances).
  if new.naar <> new.van then
    update zaak.omstandigheid set tot = clock_timestamp()
    where signaal_id = z.id and code = 'geraadpleegd' and tot is null and new.naar not in (select unnest(array['weging', 'verzameling']));
  end if;
  perform telling.tel(z.gemeente, new.stap, coalesce(new.uitkomst, new.naar));
  if 'reden_uit_norm' = any (s.vereist) then
    insert into telling.niet_aangemeld (id, gemeente, partij, reden, op) values (gen_random_uuid(), z.gemeente, new.partij, new.uitkomst, (now() at time zone 'Europe/Amsterdam')::date);
  end if;
  if new.naar = 'vernietigd' then perform zaak.vernietig(z.id, new.stap); end if;
  return new;
end $$;
create trigger toets_stap after insert on zaak.stap for each row execute function zaak.toets_stap();

-- Monday to Friday; holidays make a term longer in people's diaries, never shorter in law, so they are not counted here.
create function toegang.werkdagen_later(dag date, aantal int) returns date
language sql immutable set search_path = pg_catalog as $$
  select d::date from generate_series(dag + 1, dag + 1 + aantal * 2 + 4, interval '1 day') d
  where extract(isodow from d) < 6 order by d offset aantal - 1 limit 1
$$;

create function zaak.vernietig(welke uuid, waarom text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare hoeveel int;
begin
  select count(*) into hoeveel from zaak.gegeven where signaal_id = welke;
  delete from zaak.gegeven where signaal_id = welke;
  delete from zaak.weging where signaal_id = welke;
  update zaak.voorstel set inhoud = '', woorden_hash = '' where signaal_id = welke;
  update zaak.stap set toelichting = null where signaal_id = welke;
  delete from zaak.handeling where signaal_id = welke;
  delete from zaak.sleutel where signaal_id = welke;
  -- Answers that were kept; the one of the step itself is being written and has no status yet.
  delete from zaak.herhaling where position(welke::text in pad) > 0 and status is not null;
  update zaak.omstandigheid set tot = clock_timestamp() where signaal_id = welke and tot is null;
  insert into zaak.vernietiging (signaal_id, grond, aantal_gegevens) values (welke, waarom, hoeveel);
end $$;

-- Who adds a row acts for the party of the ticket, in the case of the ticket.
create policy doen on zaak.stap for insert to pga_app with check (
  signaal_id = (select toegang.zaak_voor('proces')) and partij = (select toegang.kaartje()->>'partij') and door = (select (toegang.kaartje()->>'account')::uuid));
create policy doen on zaak.voorstel for insert to pga_app with check (signaal_id = (select toegang.zaak_voor('proces')) and stand = 'open');
create policy doen on zaak.instemming for insert to pga_app with check (
  signaal_id = (select toegang.zaak_voor('proces')) and partij = (select toegang.kaartje()->>'partij') and door = (select (toegang.kaartje()->>'account')::uuid));
create policy doen on zaak.weging for insert to pga_app with check (
  signaal_id = (select toegang.zaak_voor('proces')) and partij = (select toegang.kaartje()->>'partij') and door = (select (toegang.kaartje()->>'account')::uuid));
create policy doen on zaak.handeling for insert to pga_app with check (signaal_id = (select toegang.zaak_voor('proces')));
create policy doen on zaak.omstandigheid for insert to pga_app with check (signaal_id = (select toegang.zaak_voor('proces')) and bron <> 'start');

-- Replacing a proposal and ending a circumstance are the only changes to what was written.
grant update (stand) on zaak.voorstel to pga_app;
create policy vervangen on zaak.voorstel for update to pga_app
  using (signaal_id = (select toegang.zaak_voor('proces')) and stand = 'open') with check (stand <> 'open');
grant update (tot) on zaak.omstandigheid, zaak.handeling to pga_app;
create policy beeindigen on zaak.omstandigheid for update to pga_app
  using (signaal_id = (select toegang.zaak_voor('proces')) and (tot is null or tot > clock_timestamp())) with check (tot is not null);
create policy beeindigen on zaak.handeling for update to pga_app
  using (signaal_id = (select toegang.zaak_voor('proces')) and (tot is null or tot > clock_timestamp())) with check (tot is not null);

-- A circumstance comes from a step or an act that gives it, and that stands in this case.
create function zaak.toets_omstandigheid() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.bron = 'stap' and not exists (
      select from zaak.stap st join proces.stap p on p.code = st.stap
      where st.id = new.bron_id and st.signaal_id = new.signaal_id and new.code = any (p.geeft)) then
    raise exception 'the step does not give %', new.code using errcode = 'check_violation';
  end if;
  if new.bron in ('toelating', 'toetsing', 'verzoek') and not exists (
      select from zaak.handeling h join proces.stap p on p.code = case h.soort when 'toelating' then 'toelaten' else h.soort || '_openen' end
      where h.id = new.bron_id and h.signaal_id = new.signaal_id and h.soort = new.bron and new.code = any (p.geeft)) then
    raise exception 'the act does not give %', new.code using errcode = 'check_violation';
  end if;
  -- An item's supplier is a party, without its municipality. So one elsewhere party comes from one municipality in a case, or a second one
  -- would count as the supplier of the first one's items.
  if new.gemeente is not null and exists (
      select from zaak.omstandigheid o where o.signaal_id = new.signaal_id and o.partij = new.partij and o.gemeente <> new.gemeente) then
    raise exception '% already takes part from another municipality', new.partij using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger toets_omstandigheid before insert on zaak.omstandigheid for each row execute function zaak.toets_omstandigheid();

-- A judgement belongs to the round that runs, in the weighing or while an urgent one waits to be ratified.
create function zaak.toets_weging() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare z zaak.signaal;
begin
  select * into strict z from zaak.signaal where id = new.signaal_id for update;
  if not (z.fase = 'weging' or (z.fase = 'verzameling' and z.spoed_tot is not null)) or z.ronde <> new.ronde then
    raise exception 'no judgement is asked now' using errcode = 'serialization_failure';
  end if;
  if not exists (select from proces.stap where code = 'weging_vaststellen' and new.partij = any (partijen)) then
    raise exception '% does not weigh', new.partij using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger toets_weging before insert on zaak.weging for each row execute function zaak.toets_weging();

create function zaak.na_weging() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare
  waar text;
begin
  select gemeente into waar from zaak.signaal where id = new.signaal_id;
  -- The third judgement that agrees ratifies an urgent weighing.
  update zaak.signaal z set spoed_tot = null, laatst_verwerkt_op = clock_timestamp()
  where z.id = new.signaal_id and z.spoed_tot is not null and new.oordeel = 'in_overeenstemming' and zaak.feit(z, 'drie_oordelen') and zaak.feit(z, 'in_overeenstemming');
  perform telling.tel(waar, 'oordeel', new.oordeel);
  return new;
end $$;
create trigger na_weging after insert on zaak.weging for each row execute function zaak.na_weging();
