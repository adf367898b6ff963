-- Lists never touch a value: they ask which cases a person may know of.
create function toegang.eigen_zaken()
returns table (id uuid, plaats int, elders boolean, fase text, bits int)
language sql stable security definer set search_path = pg_catalog as $$
  select s.id, (p.nr - 1)::int, false, s.fase, toegang.bits(s.id, p.plaats->>'partij', null)
  from jsonb_array_elements(toegang.kaartje()->'plaatsen') with ordinality as p(plaats, nr)
  join zaak.signaal s on p.plaats->>'waar' is null or p.plaats->>'waar' = s.gemeente
  where toegang.kaartje()->>'soort' = 'persoon' and s.fase <> 'vernietigd'
  union all
  select s.id, (p.nr - 1)::int, true, s.fase, toegang.bits(s.id, p.plaats->>'elders', p.plaats->>'waar')
  from jsonb_array_elements(toegang.kaartje()->'plaatsen') with ordinality as p(plaats, nr)
  join (select distinct o.signaal_id, o.partij, o.gemeente from zaak.omstandigheid o where o.gemeente is not null) o
    on o.partij = p.plaats->>'elders' and o.gemeente = p.plaats->>'waar'
  join zaak.signaal s on s.id = o.signaal_id and s.gemeente <> p.plaats->>'waar'
  where toegang.kaartje()->>'soort' = 'persoon' and s.fase <> 'vernietigd'
$$;

-- klassen: which combinations of phase and circumstances occur among the cases in which a place of the person's ticket has a part.
create function toegang.klassen()
returns table (plaats int, elders boolean, fase text, bits int)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct z.plaats, z.elders, z.fase, z.bits from toegang.eigen_zaken() z
$$;

-- The list ticket names, per class, whether the class knows a case anyway (a seat, a step) or only by an item that its mask shows.
create function toegang.bekende_zaken(vanaf int, hoeveel int, alleen_ongelezen boolean)
returns table (id uuid, nummer text, gemeente text, fase text, ongelezen boolean, ronde int, spoed_tot date, fase_sinds timestamptz, geopend_op timestamptz, laatst_verwerkt_op timestamptz,
  plaats int, elders boolean, bits int, totaal bigint)
language sql stable security definer set search_path = pg_catalog as $$
  with klasse as materialized (
    select k.plaats, k.elders, k.fase, k.bits, k.kent, k.bit, case when k.masker is null then null else (select m.bits from toegang.masker m where m.hash = decode(k.masker, 'hex')) end as masker
    from jsonb_to_recordset(toegang.kaartje()->'klassen') as k(plaats int, elders boolean, fase text, bits int, kent boolean, bit int, masker text)),
  bekend as (
    select distinct on (z.id) z.id, z.plaats, z.elders, z.bits
    from toegang.eigen_zaken() z
    join klasse k on k.plaats = z.plaats and k.elders = z.elders and k.fase = z.fase and k.bits = z.bits
    where k.kent or (k.masker is not null and exists (
      select from zaak.gegeven g where g.signaal_id = z.id
        and get_bit(k.masker, toegang.plek(g.cel, g.vlaggen, g.noodzaak, g.noodzaak_bijzonder, k.bit)) = 1))
    order by z.id, z.elders, z.plaats)
  select s.id, s.nummer, s.gemeente, s.fase, s.ongelezen, s.ronde, s.spoed_tot, s.fase_sinds, s.geopend_op, s.laatst_verwerkt_op, b.plaats, b.elders, b.bits, count(*) over ()
  from bekend b join zaak.signaal s on s.id = b.id
  where s.ongelezen = alleen_ongelezen
  order by s.fase_sinds, s.nummer
  offset vanaf limit hoeveel
$$;
grant execute on function toegang.klassen(), toegang.bekende_zaken(int, int, boolean) to pga_app;

-- Counts: the receiver's own lines, without a person.
grant select on telling.teller, telling.niet_aangemeld to pga_app;
alter table telling.niet_aangemeld enable row level security;
create policy zien on telling.niet_aangemeld for select to pga_app using (
  gemeente in (select p->>'waar' from jsonb_array_elements((select toegang.kaartje())->'plaatsen') p));

-- The public side of a report: received or handled, by its code.
create function toegang.meldcode_bewaren(hash bytea, welke uuid) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into zaak.ontvangstcode (code_hash, signaal_id) select hash, welke where toegang.kaartje()->>'soort' = 'publiek'
    or toegang.kaartje()->>'handeling' = 'vastleggen'
$$;
create function toegang.meldcode_stand(hash bytea) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select case when s.ongelezen then 'ontvangen' else 'behandeld' end from zaak.ontvangstcode c join zaak.signaal s on s.id = c.signaal_id where c.code_hash = hash
$$;
grant execute on function toegang.meldcode_bewaren(bytea, uuid), toegang.meldcode_stand(bytea) to pga_app;

-- Answers under an idempotency key: a person's own.
grant select, insert, update on zaak.herhaling to pga_app;
create policy eigen on zaak.herhaling for all to pga_app
  using (account = (select (toegang.kaartje()->>'account')::uuid)) with check (account = (select (toegang.kaartje()->>'account')::uuid));
create function toegang.herhalingen_opruimen() returns int
language sql volatile security definer set search_path = pg_catalog as $$
  with weg as (delete from zaak.herhaling where op < now() - interval '24 hours' returning 1) select count(*)::int from weg
$$;
grant execute on function toegang.herhalingen_opruimen() to pga_app;

-- What the clock must do: cases whose term has run, for the job that runs without a person.
create function toegang.te_doen(stap text)
returns table (id uuid, fase text)
language sql stable security definer set search_path = pg_catalog as $$
  select s.id, s.fase from zaak.signaal s
  where toegang.kaartje()->>'soort' = 'klok' and case stap
    when 'opschorten' then s.fase = 'verzameling' and zaak.feit(s, 'niet_bekrachtigd')
    when 'vernietigen' then not s.bewaarplicht and (
      (s.fase = 'niet_voorgelegd' and s.fase_sinds < now() - make_interval(days => (select waarde from proces.getal where code = 'vernietigen_niet_voorgelegd')))
      or (s.fase = 'afgesloten' and s.laatst_verwerkt_op < now() - make_interval(years => (select waarde from proces.getal where code = 'vernietigen_afgesloten'))))
    else false end
$$;
grant execute on function toegang.te_doen(text) to pga_app;
create policy klok on zaak.stap for insert to pga_app with check (
  partij is null and (select toegang.kaartje()->>'soort') = 'klok' and signaal_id = (select (toegang.kaartje()->>'zaak')::uuid));

create function toegang.tel_melder(waar text, soort_melder text) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  select telling.tel(waar, 'soort_melder', soort_melder) where toegang.kaartje()->>'soort' = 'publiek'
$$;
grant execute on function toegang.tel_melder(text, text) to pga_app;
