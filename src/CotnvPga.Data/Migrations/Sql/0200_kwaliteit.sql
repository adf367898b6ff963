-- Quality of items: what an item said before, who tested it, what others propose, and who still has to hear of it. All words are sealed.

-- Who answers for an item: its supplier, where that can act here; else whoever recorded it (a report, a third party).
create function zaak.houder(verstrekte text, legde_vast text) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select case when exists (select from proces.stap where code = 'gegeven_corrigeren' and verstrekte = any (partijen)) then verstrekte else legde_vast end
$$;

create table zaak.gegeven_versie (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  gegeven_id uuid not null references zaak.gegeven on delete cascade,
  nummer int not null,
  waarde bytea not null,
  reden bytea not null,
  namens text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  unique (gegeven_id, nummer)
);

-- versie: the version that was tested; a correction makes a new one, which nobody tested yet.
create table zaak.kwaliteitstoets (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  gegeven_id uuid not null references zaak.gegeven on delete cascade,
  versie int not null,
  inhoud bytea not null,
  namens text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp()
);
create index on zaak.kwaliteitstoets (gegeven_id);

create table zaak.wijzigingsvoorstel (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  gegeven_id uuid not null references zaak.gegeven on delete cascade,
  waarde bytea not null,
  reden bytea not null,
  namens text not null,
  gemeente text,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  besluit text check (besluit in ('aangenomen', 'geweigerd')),
  besluit_reden bytea,
  besloten_namens text,
  besloten_door uuid,
  besloten_op timestamptz,
  check ((besluit is null) = (besloten_op is null))
);
create index on zaak.wijzigingsvoorstel (gegeven_id);

-- What a party still has to hear, or to tell whoever got the item from it (aan).
create table zaak.terugmelding (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  gegeven_id uuid not null references zaak.gegeven on delete cascade,
  partij text not null,
  gemeente text,
  soort text not null check (soort in ('correctie', 'doorgeven', 'voorstel', 'aangenomen', 'geweigerd')),
  aan text,
  op timestamptz not null default clock_timestamp(),
  gelezen_op timestamptz,
  gelezen_door uuid
);
create index on zaak.terugmelding (gegeven_id);

do $$
declare t text;
begin
  foreach t in array array['gegeven_versie', 'kwaliteitstoets', 'wijzigingsvoorstel', 'terugmelding'] loop
    execute format('alter table zaak.%I enable row level security', t);
    execute format('grant select on zaak.%I to pga_app', t);
  end loop;
end $$;

create function toegang.houder_van(welk uuid) returns text
language sql stable security definer set search_path = pg_catalog as $$
  select zaak.houder(g.verstrekker, g.vastgelegd_namens) from zaak.gegeven g where g.id = welk and g.signaal_id = toegang.zaak()
$$;
create function toegang.versie_van(welk uuid) returns int
language sql stable security definer set search_path = pg_catalog as $$
  select count(*)::int + 1 from zaak.gegeven_versie v where v.gegeven_id = welk and v.signaal_id = toegang.zaak()
$$;
grant execute on function toegang.houder_van(uuid), toegang.versie_van(uuid) to pga_app;

-- All of it shows with the item and never without it; a proposal only to who made it and who answers for the item.
create policy zien on zaak.gegeven_versie for select to pga_app using (
  signaal_id = (select toegang.zaak()) and exists (select from zaak.gegeven g where g.id = gegeven_id));
create policy zien on zaak.kwaliteitstoets for select to pga_app using (
  signaal_id = (select toegang.zaak()) and exists (select from zaak.gegeven g where g.id = gegeven_id));
create policy zien on zaak.wijzigingsvoorstel for select to pga_app using (
  signaal_id = (select toegang.zaak()) and exists (select from zaak.gegeven g where g.id = gegeven_id
    and ((select toegang.kaartje()->>'partij') = toegang.houder_van(g.id)
      or (namens = (select toegang.kaartje()->>'partij') and gemeente is not distinct from (select toegang.kaartje()->>'gemeente')))));
create policy zien on zaak.terugmelding for select to pga_app using (
  signaal_id = (select toegang.zaak()) and exists (select from zaak.gegeven g where g.id = gegeven_id)
  and partij = (select toegang.kaartje()->>'partij') and gemeente is not distinct from (select toegang.kaartje()->>'gemeente'));

-- Whoever tests or proposes looks at the item at that moment: the ticket for reading, with its mask, is what lets it in.
grant insert on zaak.kwaliteitstoets, zaak.wijzigingsvoorstel to pga_app;
create policy doen on zaak.kwaliteitstoets for insert to pga_app with check (
  signaal_id = (select toegang.zaak_voor('raadplegen')) and exists (select from zaak.gegeven g where g.id = gegeven_id)
  and namens = (select toegang.kaartje()->>'partij') and namens = toegang.houder_van(gegeven_id) and door = (select (toegang.kaartje()->>'account')::uuid)
  and versie = toegang.versie_van(gegeven_id));
create policy doen on zaak.wijzigingsvoorstel for insert to pga_app with check (
  signaal_id = (select toegang.zaak_voor('raadplegen')) and exists (select from zaak.gegeven g where g.id = gegeven_id)
  and namens = (select toegang.kaartje()->>'partij') and namens <> toegang.houder_van(gegeven_id) and besluit is null
  and gemeente is not distinct from (select toegang.kaartje()->>'gemeente') and door = (select (toegang.kaartje()->>'account')::uuid));

-- One item at a time: whether the ticket for reading shows it.
create function toegang.is_zichtbaar(welk uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (
    select from zaak.gegeven g where g.id = welk and g.signaal_id = toegang.zaak_voor('raadplegen')
      and get_bit(toegang.masker_bits('masker'), g.plek | ((g.noden >> toegang.nodenbit()) & 3)) = 1)
$$;

-- The key for one item, with one line in the log: for its history and its attachments.
create function toegang.onthul_van(welk uuid, grond jsonb) returns bytea
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  zaak uuid := toegang.zaak_voor('raadplegen');
  ingepakt bytea;
begin
  if zaak is null or not toegang.is_zichtbaar(welk) or coalesce(jsonb_array_length(grond->'grondslagen'), 0) = 0 then return null; end if;
  insert into zaak.logboek (signaal_id, gegeven_id, categorie, verstrekker, account, partij, gemeente, handeling, doel, regel, grondslagen, convenant, verzoek, bewijs)
  select zaak, g.id, g.categorie, g.verstrekker, (kaart->>'account')::uuid, kaart->>'partij', kaart->>'gemeente', kaart->>'handeling', kaart->>'doel',
    grond->>'regel', array(select jsonb_array_elements_text(grond->'grondslagen')), kaart->>'convenant', kaart->>'verzoek', grond->'bewijs'
  from zaak.gegeven g where g.id = welk;
  select s.ingepakt into ingepakt from zaak.sleutel s where s.signaal_id = zaak;
  return ingepakt;
end $$;
grant execute on function toegang.is_zichtbaar(uuid), toegang.onthul_van(uuid, jsonb) to pga_app;

create function zaak.log_bijwerken(welk uuid, wat text, grondslagen text[]) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into zaak.logboek (signaal_id, gegeven_id, categorie, verstrekker, account, partij, gemeente, handeling, doel, regel, grondslagen, convenant, verzoek)
  select g.signaal_id, g.id, g.categorie, g.verstrekker, (k->>'account')::uuid, k->>'partij', k->>'gemeente', 'bijwerken', k->>'doel', wat, grondslagen, k->>'convenant', k->>'verzoek'
  from zaak.gegeven g, toegang.kaartje() k where g.id = welk;
  update zaak.signaal set laatst_verwerkt_op = clock_timestamp() where id = (select signaal_id from zaak.gegeven where id = welk);
$$;

-- The party must be one of those whom the process lets do this.
create function zaak.toets_nevenstap(welke text, partij text) returns void
language plpgsql stable security definer set search_path = pg_catalog as $$
begin
  if not exists (select from proces.stap s where s.code = welke and partij = any (s.partijen)) then
    raise exception '% may not take %', partij, welke using errcode = 'check_violation';
  end if;
end $$;

create function zaak.na_toets() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform zaak.toets_nevenstap('gegeven_toetsen', new.namens);
  perform zaak.log_bijwerken(new.gegeven_id, 'gegeven_toetsen', array['besluit-pga:9']);
  return new;
end $$;
create trigger na_toets after insert on zaak.kwaliteitstoets for each row execute function zaak.na_toets();

-- Whoever answers for the item hears of a proposal; a party elsewhere is known by the municipality that it takes part from.
create function zaak.na_voorstel() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare bij text := toegang.houder_van(new.gegeven_id);
begin
  perform zaak.toets_nevenstap('wijziging_voorstellen', new.namens);
  perform zaak.log_bijwerken(new.gegeven_id, 'wijziging_voorstellen', array['besluit-pga:8']);
  insert into zaak.terugmelding (id, signaal_id, gegeven_id, partij, gemeente, soort)
  values (gen_random_uuid(), new.signaal_id, new.gegeven_id, bij,
    (select o.gemeente from zaak.omstandigheid o where o.signaal_id = new.signaal_id and o.partij = bij and o.gemeente is not null limit 1), 'voorstel');
  return new;
end $$;
create trigger na_voorstel after insert on zaak.wijzigingsvoorstel for each row execute function zaak.na_voorstel();

-- A correction: the old text becomes history, and everybody who got it hears of it (wet-pga:10, besluit-pga:8). Who handed it over
-- outside the system tells the receiver; who holds it for somebody else tells the source.
create function toegang.gegeven_corrigeren(welk uuid, versie uuid, oude_waarde bytea, waarom bytea, nieuwe_waarde bytea) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  zaak uuid := toegang.zaak_voor('raadplegen');
  g zaak.gegeven;
  nr int;
begin
  if zaak is null or not toegang.is_zichtbaar(welk) then raise exception 'no such item for this ticket' using errcode = 'insufficient_privilege'; end if;
  select * into strict g from zaak.gegeven where id = welk for update;
  if zaak.houder(g.verstrekker, g.vastgelegd_namens) is distinct from kaart->>'partij' then
    raise exception 'only who answers for an item corrects it' using errcode = 'insufficient_privilege';
  end if;
  perform zaak.toets_nevenstap('gegeven_corrigeren', kaart->>'partij');
  nr := toegang.versie_van(welk);
  insert into zaak.gegeven_versie (id, signaal_id, gegeven_id, nummer, waarde, reden, namens, door)
  values (versie, zaak, welk, nr, oude_waarde, waarom, kaart->>'partij', (kaart->>'account')::uuid);
  update zaak.gegeven set waarde = nieuwe_waarde where id = welk;
  perform zaak.log_bijwerken(welk, 'gegeven_corrigeren', array['wet-pga:10', 'besluit-pga:8']);
  insert into zaak.terugmelding (id, signaal_id, gegeven_id, partij, gemeente, soort, aan)
  select gen_random_uuid(), zaak, welk, o.partij, o.gemeente, o.soort, o.aan
  from (
    select distinct l.partij, l.gemeente, 'correctie' as soort, null as aan from zaak.logboek l
    where l.gegeven_id = welk and l.handeling = 'raadplegen' and l.doel = 'persoonsgericht'
      and (l.partij, coalesce(l.gemeente, '')) <> (kaart->>'partij', coalesce(kaart->>'gemeente', ''))
    union
    select distinct l.partij, l.gemeente, 'doorgeven', l.aan from zaak.logboek l where l.gegeven_id = welk and l.handeling = 'ontvangen' and l.aan is not null
    union
    select kaart->>'partij', kaart->>'gemeente', 'doorgeven', g.verstrekker where g.verstrekker <> kaart->>'partij') o;
  return nr;
end $$;
grant execute on function toegang.gegeven_corrigeren(uuid, uuid, bytea, bytea, bytea) to pga_app;

create function toegang.voorstel_beslissen(welk uuid, hoe text, waarom bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  v zaak.wijzigingsvoorstel;
begin
  select * into v from zaak.wijzigingsvoorstel where id = welk and signaal_id = toegang.zaak_voor('raadplegen') for update;
  if not found or not toegang.is_zichtbaar(v.gegeven_id) or toegang.houder_van(v.gegeven_id) is distinct from kaart->>'partij' then
    raise exception 'no such proposal for this ticket' using errcode = 'insufficient_privilege';
  end if;
  if v.besluit is not null then raise exception 'the proposal was decided' using errcode = 'serialization_failure'; end if;
  perform zaak.toets_nevenstap('wijziging_beslissen', kaart->>'partij');
  update zaak.wijzigingsvoorstel set besluit = hoe, besluit_reden = waarom, besloten_namens = kaart->>'partij', besloten_door = (kaart->>'account')::uuid,
    besloten_op = clock_timestamp() where id = welk;
  perform zaak.log_bijwerken(v.gegeven_id, 'wijziging_beslissen', array['wet-pga:10', 'besluit-pga:8']);
  insert into zaak.terugmelding (id, signaal_id, gegeven_id, partij, gemeente, soort) values (gen_random_uuid(), v.signaal_id, v.gegeven_id, v.namens, v.gemeente, hoe);
  update zaak.terugmelding set gelezen_op = clock_timestamp(), gelezen_door = (kaart->>'account')::uuid
  where gegeven_id = v.gegeven_id and soort = 'voorstel' and gelezen_op is null
    and not exists (select from zaak.wijzigingsvoorstel o where o.gegeven_id = v.gegeven_id and o.besluit is null);
end $$;
grant execute on function toegang.voorstel_beslissen(uuid, text, bytea) to pga_app;

-- What a party was told about an item has been read (or passed on); a proposal is answered, not read.
create function toegang.terugmeldingen_lezen(welk uuid) returns int
language sql volatile security definer set search_path = pg_catalog as $$
  with gelezen as (
    update zaak.terugmelding t set gelezen_op = clock_timestamp(), gelezen_door = (toegang.kaartje()->>'account')::uuid
    where t.gegeven_id = welk and t.gelezen_op is null and t.soort <> 'voorstel' and toegang.is_zichtbaar(welk)
      and t.partij = toegang.kaartje()->>'partij' and t.gemeente is not distinct from toegang.kaartje()->>'gemeente'
    returning 1)
  select count(*)::int from gelezen
$$;
grant execute on function toegang.terugmeldingen_lezen(uuid) to pga_app;
