-- The covenant layers: a case knows under which covenant it was opened; three item circumstances more; smaller masks; receipts.
alter table zaak.signaal add column uitgave text not null default '';
alter table zaak.logboek add column bewijs jsonb;

-- Which rule data was in force, so that a logged decision can be made again. Only added to.
create table proces.convenant (
  hash text primary key,
  bestanden jsonb not null,
  sinds timestamptz not null default clock_timestamp()
);
grant select on proces.convenant to pga_app;

-- Why an item asks for extra care, who looked at it twice, and on which ground a carer shares it.
create table zaak.zorgvuldigheid (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  gegeven_id uuid not null references zaak.gegeven on delete cascade,
  soort text not null check (soort in ('extra_zorg', 'tweede_blik', 'zorggrond')),
  inhoud bytea not null,
  namens text not null,
  door uuid,
  op timestamptz not null default clock_timestamp()
);
create index on zaak.zorgvuldigheid (gegeven_id);
alter table zaak.zorgvuldigheid enable row level security;
grant select, insert on zaak.zorgvuldigheid to pga_app;
create policy zien on zaak.zorgvuldigheid for select to pga_app using (
  signaal_id = (select toegang.zaak()) and exists (select from zaak.gegeven g where g.id = gegeven_id));
create policy vastleggen on zaak.zorgvuldigheid for insert to pga_app with check (
  signaal_id = coalesce((select toegang.zaak_voor('vastleggen')), (select toegang.zaak_voor('proces'))));

-- Two circumstances come from the account, not from the case.
create or replace function toegang.bewaakte_bits() returns int
language sql stable security definer set search_path = pg_catalog as $$
  select bit_or(1 << bit) from proces.omstandigheid where code not in ('geautoriseerd', 'opgeleid')
$$;

-- The bits of two sets of parties between each other: party p has bits 2p and 2p + 1, so that one shift finds both.
create function toegang.vlecht(a int, b int) returns bigint
language plpgsql immutable parallel safe as $$
declare
  gevlochten bigint := 0;
begin
  for p in 0..15 loop
    gevlochten := gevlochten | (((a >> p) & 1)::bigint << (2 * p)) | (((b >> p) & 1)::bigint << (2 * p + 1));
  end loop;
  return gevlochten;
end $$;

-- What a policy reads stands first and has a fixed width: the cell with the item's own circumstances (plek), and for whom necessity
-- is recorded (noden). A mask has a bit for each of 880 cells under each of the 1,024 combinations of ten item circumstances.
drop policy zien on zaak.noodzaak;
drop policy zien on zaak.grondslag;
drop policy zien on zaak.zorgvuldigheid;
alter table zaak.noodzaak drop constraint noodzaak_gegeven_id_fkey;
alter table zaak.grondslag drop constraint grondslag_gegeven_id_fkey;
alter table zaak.zorgvuldigheid drop constraint zorgvuldigheid_gegeven_id_fkey;
alter table zaak.gegeven rename to gegeven_tot_nu;
create table zaak.gegeven (
  id uuid not null,
  signaal_id uuid not null references zaak.signaal,
  plek int not null generated always as (cel::int * 1024 + vlaggen) stored,
  noden bigint not null generated always as (toegang.vlecht(noodzaak, noodzaak_bijzonder)) stored,
  cel smallint not null,
  vlaggen smallint not null default 0 check (vlaggen between 0 and 1023),
  noodzaak int not null default 0,
  noodzaak_bijzonder int not null default 0,
  vastgelegd_op timestamptz not null default clock_timestamp(),
  vastgelegd_door uuid,
  veld text not null,
  categorie text not null,
  bijzonder text not null,
  verstrekker text not null,
  waarde bytea not null,
  vastgelegd_namens text not null
);
insert into zaak.gegeven (id, signaal_id, cel, vlaggen, noodzaak, noodzaak_bijzonder, vastgelegd_op, vastgelegd_door, veld, categorie, bijzonder, verstrekker, waarde, vastgelegd_namens)
select id, signaal_id, cel, vlaggen, noodzaak, noodzaak_bijzonder, vastgelegd_op, vastgelegd_door, veld, categorie, bijzonder, verstrekker, waarde, vastgelegd_namens
from zaak.gegeven_tot_nu;
drop table zaak.gegeven_tot_nu;
alter table zaak.gegeven add primary key (id);
create index on zaak.gegeven (signaal_id);
alter table zaak.noodzaak add foreign key (gegeven_id) references zaak.gegeven on delete cascade;
alter table zaak.grondslag add foreign key (gegeven_id) references zaak.gegeven on delete cascade;
alter table zaak.zorgvuldigheid add foreign key (gegeven_id) references zaak.gegeven on delete cascade;
alter table zaak.gegeven enable row level security;
grant select, insert on zaak.gegeven to pga_app;
create trigger log_vastleggen after insert on zaak.gegeven for each row execute function zaak.log_vastleggen();
create policy zien on zaak.noodzaak for select to pga_app using (
  signaal_id = (select toegang.zaak()) and exists (select from zaak.gegeven g where g.id = gegeven_id));
create policy zien on zaak.grondslag for select to pga_app using (
  signaal_id = (select toegang.zaak()) and exists (select from zaak.gegeven g where g.id = gegeven_id));
create policy zien on zaak.zorgvuldigheid for select to pga_app using (
  signaal_id = (select toegang.zaak()) and exists (select from zaak.gegeven g where g.id = gegeven_id));

-- The masks are read whole and used a million times: not packed, so that they need not be unpacked.
alter table toegang.masker alter column bits set storage external;

-- Twice the number of the party, to shift noden by.
create function toegang.nodenbit() returns int
language sql stable security definer set search_path = pg_catalog as $$
  select 2 * (toegang.kaartje()->>'bit')::int
$$;
grant execute on function toegang.vlecht(int, int), toegang.nodenbit() to pga_app;

-- The test is written out in the policies: a function around it would be called for every row.
create policy zien on zaak.gegeven for select to pga_app using (
  signaal_id = (select toegang.zaak())
  and get_bit((select toegang.masker_bits('masker')), plek | ((noden >> (select toegang.nodenbit())) & 3)) = 1);
create policy vastleggen on zaak.gegeven for insert to pga_app with check (
  signaal_id = (select toegang.zaak_voor('vastleggen'))
  and vastgelegd_namens = (select toegang.kaartje()->>'partij')
  and get_bit((select toegang.masker_bits('masker')), plek | ((noden >> (select toegang.nodenbit())) & 3)) = 1);

create or replace function toegang.gegevens_kort()
returns table (id uuid, categorie text, bijzonder text, verstrekker text, vlaggen int, zichtbaar boolean, beloofd boolean)
language sql stable security definer set search_path = pg_catalog as $$
  with kaart as (select toegang.zaak() as zaak, toegang.masker_bits('masker') as masker, toegang.masker_bits('beloofd') as beloofd, toegang.partijbit() as bit),
  alle as (
    select g.id, g.categorie, g.bijzonder, g.verstrekker, g.plek | ((g.noden >> 2 * k.bit) & 3) as plek, k.masker, k.beloofd
    from kaart k join zaak.gegeven g on g.signaal_id = k.zaak)
  select a.id, a.categorie, a.bijzonder, a.verstrekker, (a.plek & 1023)::int, get_bit(a.masker, a.plek) = 1, coalesce(get_bit(a.beloofd, a.plek) = 1, false)
  from alle a
  where get_bit(a.masker, a.plek) = 1 or get_bit(a.beloofd, a.plek) = 1
$$;

create or replace function toegang.onthul(gronden jsonb) returns bytea
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  zaak uuid := toegang.zaak();
  te_zien int;
  geschreven int;
  ingepakt bytea;
begin
  if zaak is null or kaart->>'handeling' not in ('raadplegen', 'ontvangen') then return null; end if;
  select count(*) into te_zien from toegang.gegevens_kort() k where k.zichtbaar;
  if te_zien = 0 then return null; end if;
  insert into zaak.logboek (signaal_id, gegeven_id, categorie, verstrekker, account, partij, gemeente, handeling, doel, regel, grondslagen, convenant, verzoek, bewijs)
  select zaak, k.id, k.categorie, k.verstrekker, (kaart->>'account')::uuid, kaart->>'partij', kaart->>'gemeente', kaart->>'handeling', kaart->>'doel',
    g.regel, g.grondslagen, kaart->>'convenant', kaart->>'verzoek', g.bewijs
  from toegang.gegevens_kort() k
  join jsonb_to_recordset(gronden) as g(id uuid, regel text, grondslagen text[], bewijs jsonb) on g.id = k.id
  where k.zichtbaar and cardinality(g.grondslagen) > 0;
  get diagnostics geschreven = row_count;
  if geschreven <> te_zien then raise exception 'every value shown needs its article in the log' using errcode = 'check_violation'; end if;
  select s.ingepakt into ingepakt from zaak.sleutel s where s.signaal_id = zaak;
  return ingepakt;
end $$;

create or replace function toegang.verstrek(welke uuid[], andere uuid[], gronden jsonb) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  zaak uuid := toegang.zaak_voor('ontvangen');
  masker bytea := toegang.masker_bits('masker');
  geschreven int;
begin
  if zaak is null or kaart->>'namens' is null then raise exception 'no ticket' using errcode = 'insufficient_privilege'; end if;
  insert into zaak.logboek (signaal_id, gegeven_id, categorie, verstrekker, account, partij, gemeente, aan, handeling, doel, regel, grondslagen, convenant, verzoek, bewijs)
  select zaak, g.id, g.categorie, g.verstrekker, (kaart->>'account')::uuid, kaart->>'namens', kaart->>'namens_gemeente', kaart->>'partij', 'ontvangen', kaart->>'doel',
    r.regel, r.grondslagen, kaart->>'convenant', kaart->>'verzoek', r.bewijs
  from zaak.gegeven g
  join jsonb_to_recordset(gronden) as r(id uuid, regel text, grondslagen text[], bewijs jsonb) on r.id = g.id
  where g.signaal_id = zaak and g.id = any (welke) and cardinality(r.grondslagen) > 0
    and get_bit(masker, g.plek | case when g.id = any (andere) then 32 else 0 end | ((g.noden >> toegang.nodenbit()) & 3)) = 1;
  get diagnostics geschreven = row_count;
  if geschreven <> cardinality(welke) then raise exception 'not every item may be handed over' using errcode = 'check_violation'; end if;
  return geschreven;
end $$;

-- A second look changes one flag more: by the supplier, and never by who recorded it.
create or replace function toegang.gegeven_bijwerken(welk uuid, nieuwe_noodzaak int, nieuwe_bijzonder int, nieuwe_vlaggen smallint, wat text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  zaak uuid := toegang.zaak_voor('proces');
begin
  update zaak.gegeven g set noodzaak = nieuwe_noodzaak, noodzaak_bijzonder = nieuwe_bijzonder, vlaggen = nieuwe_vlaggen
  where g.id = welk and g.signaal_id = zaak
    -- The supplier's shielding (4), the requester's being the relation (64) and the second look (256) change after recording.
    and ((g.vlaggen # nieuwe_vlaggen) & ~324) = 0
    and ((g.vlaggen # nieuwe_vlaggen) & 260 = 0 or g.verstrekker = kaart->>'partij')
    and ((g.vlaggen # nieuwe_vlaggen) & 256 = 0 or (nieuwe_vlaggen & 256 <> 0 and g.vastgelegd_door is distinct from (kaart->>'account')::uuid));
  if not found then raise exception 'no such item in the case of this ticket' using errcode = 'insufficient_privilege'; end if;
  insert into zaak.logboek (signaal_id, gegeven_id, categorie, verstrekker, account, partij, gemeente, handeling, doel, regel, grondslagen, convenant, verzoek)
  select zaak, g.id, g.categorie, g.verstrekker, (kaart->>'account')::uuid, kaart->>'partij', kaart->>'gemeente', 'bijwerken', kaart->>'doel', wat, array['wet-pga:14.2'],
    kaart->>'convenant', kaart->>'verzoek'
  from zaak.gegeven g where g.id = welk;
end $$;

drop function toegang.gegeven_stand(uuid);
create function toegang.gegeven_stand(welk uuid)
returns table (signaal_id uuid, veld text, categorie text, bijzonder text, verstrekker text, noodzaak int, noodzaak_bijzonder int, vlaggen int, vastgelegd_door uuid)
language sql stable security definer set search_path = pg_catalog as $$
  select g.signaal_id, g.veld, g.categorie, g.bijzonder, g.verstrekker, g.noodzaak, g.noodzaak_bijzonder, g.vlaggen::int, g.vastgelegd_door
  from zaak.gegeven g where g.id = welk and (g.signaal_id = toegang.zaak() or exists (select from toegang.stand(g.signaal_id)))
$$;
grant execute on function toegang.gegeven_stand(uuid) to pga_app;

-- A case is decided under the covenant of its municipality, or under the one it was opened under: lists ask per covenant.
drop function toegang.stand(uuid);
create function toegang.stand(welke uuid)
returns table (id uuid, nummer text, gemeente text, fase text, ongelezen boolean, ronde int, spoed_tot date, bewaarplicht boolean,
  fase_sinds timestamptz, geopend_op timestamptz, laatst_verwerkt_op timestamptz, plaats int, elders boolean, bits int, uitgave text)
language sql volatile security definer set search_path = pg_catalog as $$
  select s.id, s.nummer, s.gemeente, s.fase, s.ongelezen, s.ronde, s.spoed_tot, s.bewaarplicht, s.fase_sinds, s.geopend_op, s.laatst_verwerkt_op,
    (p.nr - 1)::int, false, toegang.bits(s.id, p.plaats->>'partij', null), s.uitgave
  from jsonb_array_elements(toegang.kaartje()->'plaatsen') with ordinality as p(plaats, nr)
  join zaak.signaal s on s.id = welke and (p.plaats->>'waar' is null or p.plaats->>'waar' = s.gemeente)
  where toegang.kaartje()->>'soort' = 'persoon'
  union all
  select s.id, s.nummer, s.gemeente, s.fase, s.ongelezen, s.ronde, s.spoed_tot, s.bewaarplicht, s.fase_sinds, s.geopend_op, s.laatst_verwerkt_op,
    (p.nr - 1)::int, true, toegang.bits(s.id, p.plaats->>'elders', p.plaats->>'waar'), s.uitgave
  from jsonb_array_elements(toegang.kaartje()->'plaatsen') with ordinality as p(plaats, nr)
  join zaak.signaal s on s.id = welke and s.gemeente <> p.plaats->>'waar'
  where toegang.kaartje()->>'soort' = 'persoon' and p.plaats->>'elders' is not null
    -- Another municipality has a place only in a case that it was brought into by name.
    and exists (select from zaak.omstandigheid o where o.signaal_id = s.id and o.partij = p.plaats->>'elders' and o.gemeente = p.plaats->>'waar')
$$;
grant execute on function toegang.stand(uuid) to pga_app;

drop function toegang.eigen_zaken();
create function toegang.eigen_zaken()
returns table (id uuid, plaats int, elders boolean, fase text, gemeente text, uitgave text, bits int)
language sql stable security definer set search_path = pg_catalog as $$
  select s.id, (p.nr - 1)::int, false, s.fase, s.gemeente, s.uitgave, toegang.bits(s.id, p.plaats->>'partij', null)
  from jsonb_array_elements(toegang.kaartje()->'plaatsen') with ordinality as p(plaats, nr)
  join zaak.signaal s on p.plaats->>'waar' is null or p.plaats->>'waar' = s.gemeente
  where toegang.kaartje()->>'soort' = 'persoon' and s.fase <> 'vernietigd'
  union all
  select s.id, (p.nr - 1)::int, true, s.fase, s.gemeente, s.uitgave, toegang.bits(s.id, p.plaats->>'elders', p.plaats->>'waar')
  from jsonb_array_elements(toegang.kaartje()->'plaatsen') with ordinality as p(plaats, nr)
  join (select distinct o.signaal_id, o.partij, o.gemeente from zaak.omstandigheid o where o.gemeente is not null) o
    on o.partij = p.plaats->>'elders' and o.gemeente = p.plaats->>'waar'
  join zaak.signaal s on s.id = o.signaal_id and s.gemeente <> p.plaats->>'waar'
  where toegang.kaartje()->>'soort' = 'persoon' and s.fase <> 'vernietigd'
$$;

drop function toegang.klassen();
create function toegang.klassen()
returns table (plaats int, elders boolean, fase text, gemeente text, uitgave text, bits int)
language sql stable security definer set search_path = pg_catalog as $$
  select distinct z.plaats, z.elders, z.fase, z.gemeente, z.uitgave, z.bits from toegang.eigen_zaken() z
$$;

drop function toegang.bekende_zaken(int, int, boolean);
create function toegang.bekende_zaken(vanaf int, hoeveel int, alleen_ongelezen boolean)
returns table (id uuid, nummer text, gemeente text, fase text, ongelezen boolean, ronde int, spoed_tot date, fase_sinds timestamptz, geopend_op timestamptz, laatst_verwerkt_op timestamptz,
  plaats int, elders boolean, bits int, totaal bigint, uitgave text)
language sql stable security definer set search_path = pg_catalog as $$
  with klasse as materialized (
    select k.plaats, k.elders, k.fase, k.gemeente, k.uitgave, k.bits, k.kent, k.bit, case when k.masker is null then null else (select m.bits from toegang.masker m where m.hash = decode(k.masker, 'hex')) end as masker
    from jsonb_to_recordset(toegang.kaartje()->'klassen') as k(plaats int, elders boolean, fase text, gemeente text, uitgave text, bits int, kent boolean, bit int, masker text)),
  bekend as (
    select distinct on (z.id) z.id, z.plaats, z.elders, z.bits
    from toegang.eigen_zaken() z
    join klasse k on k.plaats = z.plaats and k.elders = z.elders and k.fase = z.fase and k.gemeente = z.gemeente and k.uitgave = z.uitgave and k.bits = z.bits
    where k.kent or (k.masker is not null and exists (
      select from zaak.gegeven g where g.signaal_id = z.id
        and get_bit(k.masker, g.plek | ((g.noden >> 2 * k.bit) & 3)) = 1))
    order by z.id, z.elders, z.plaats)
  select s.id, s.nummer, s.gemeente, s.fase, s.ongelezen, s.ronde, s.spoed_tot, s.fase_sinds, s.geopend_op, s.laatst_verwerkt_op, b.plaats, b.elders, b.bits, count(*) over (), s.uitgave
  from bekend b join zaak.signaal s on s.id = b.id
  where s.ongelezen = alleen_ongelezen
  order by s.fase_sinds, s.nummer
  offset vanaf limit hoeveel
$$;
grant execute on function toegang.klassen(), toegang.bekende_zaken(int, int, boolean) to pga_app;

drop function toegang.zaak_openen(uuid, text, text, text, boolean, text, bytea, text, text, text);
create function toegang.zaak_openen(welke uuid, nr text, waar text, in_fase text, is_ongelezen boolean, sleutel_kek text, sleutel_ingepakt bytea,
  door_partij text, aan_partij text, convenant_hash text, onder text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  begin_ proces.start;
  code text;
begin
  if kaart is null or kaart->>'soort' not in ('persoon', 'publiek') then
    raise exception 'no ticket' using errcode = 'insufficient_privilege';
  end if;
  if kaart->>'soort' = 'persoon' and not exists (
      select from jsonb_array_elements(kaart->'plaatsen') p
      where (p->>'partij' = door_partij and p->>'waar' = waar) or (p->>'elders' = door_partij and p->>'waar' <> waar)) then
    raise exception 'no place in this municipality' using errcode = 'insufficient_privilege';
  end if;
  select * into begin_ from proces.start where partij = door_partij;
  if not found or begin_.fase <> in_fase then raise exception 'no such start' using errcode = 'check_violation'; end if;
  if kaart->>'soort' = 'publiek' and not is_ongelezen then raise exception 'a public report starts unread' using errcode = 'check_violation'; end if;
  if cardinality(begin_.geadresseerden) > 0 and (aan_partij is null or not aan_partij = any (begin_.geadresseerden)) then
    raise exception 'no such addressee' using errcode = 'check_violation';
  end if;
  insert into zaak.signaal (id, nummer, gemeente, fase, ongelezen, convenant, uitgave) values (welke, nr, waar, in_fase, is_ongelezen, convenant_hash, onder);
  insert into zaak.sleutel (signaal_id, kek, ingepakt) values (welke, sleutel_kek, sleutel_ingepakt);
  foreach code in array begin_.wordt loop
    insert into zaak.omstandigheid (id, signaal_id, partij, gemeente, code, bron)
    values (gen_random_uuid(), welke, door_partij, (select p->>'waar' from jsonb_array_elements(kaart->'plaatsen') p where p->>'elders' = door_partij limit 1), code, 'start');
  end loop;
  if cardinality(begin_.geadresseerden) > 0 then
    foreach code in array begin_.geadresseerde_wordt loop
      insert into zaak.omstandigheid (id, signaal_id, partij, code, bron) values (gen_random_uuid(), welke, aan_partij, code, 'start');
    end loop;
  end if;
  perform telling.tel(waar, case when is_ongelezen then 'melding' else 'signaal' end, in_fase);
end $$;
grant execute on function toegang.zaak_openen(uuid, text, text, text, boolean, text, bytea, text, text, text, text) to pga_app;

drop function toegang.plek(smallint, smallint, int, int, int);
-- Masks of before, in the old form: no ticket names them any more.
delete from toegang.masker;
