-- The same person in another case: a hash of citizen service number, surname and year of birth under a key that the database does not have.
-- Nobody reads this table; a function tells of a match only where the ticket's mask shows the matching item of the other case.
create table zaak.persoonsteken (
  gegeven_id uuid primary key references zaak.gegeven on delete cascade,
  signaal_id uuid not null references zaak.signaal,
  soort text not null check (soort in ('bsn', 'naam', 'jaar')),
  teken bytea not null check (octet_length(teken) = 32)
);
create index on zaak.persoonsteken (teken);
alter table zaak.persoonsteken enable row level security;
grant insert on zaak.persoonsteken to pga_app;
create policy vastleggen on zaak.persoonsteken for insert to pga_app with check (signaal_id = (select toegang.zaak_voor('vastleggen')));

-- After a correction by who answers for the item.
create function toegang.teken_vernieuwen(welk uuid, nieuw bytea) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
begin
  if not toegang.is_zichtbaar(welk) or toegang.houder_van(welk) is distinct from toegang.kaartje()->>'partij' then
    raise exception 'no such item for this ticket' using errcode = 'insufficient_privilege';
  end if;
  if nieuw is null then
    delete from zaak.persoonsteken where gegeven_id = welk;
  else
    insert into zaak.persoonsteken (gegeven_id, signaal_id, soort, teken)
    select g.id, g.signaal_id, case g.veld when 'bsn' then 'bsn' when 'achternaam' then 'naam' else 'jaar' end, nieuw from zaak.gegeven g where g.id = welk
    on conflict (gegeven_id) do update set teken = excluded.teken;
  end if;
end $$;

-- The cases in which the same person occurs, for a person's ticket with its classes: the number, or surname and year of birth together,
-- in items that the mask of the class shows. Each match is a line in the log of the other case.
create function toegang.hier_bekend(nummers bytea[], namen bytea[], jaren bytea[], behalve uuid)
returns table (id uuid, nummer text, gemeente text, fase text, zeker boolean)
language plpgsql volatile security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare kaart jsonb := toegang.kaartje();
begin
  if kaart->>'soort' is distinct from 'persoon' then return; end if;
  return query
  with klasse as materialized (
    select k.plaats, k.elders, k.fase, k.gemeente, k.uitgave, k.bits, k.bit, (select m.bits from toegang.masker m where m.hash = decode(k.masker, 'hex')) as masker
    from jsonb_to_recordset(kaart->'klassen') as k(plaats int, elders boolean, fase text, gemeente text, uitgave text, bits int, bit int, masker text)),
  kandidaat as materialized (
    select distinct t.signaal_id from zaak.persoonsteken t where t.teken = any (nummers || namen) and t.signaal_id <> behalve),
  plek as (
    select s.id, s.nummer, s.gemeente, s.fase, s.uitgave, (p.nr - 1)::int as plaats, s.gemeente is distinct from p.plaats->>'waar' and p.plaats->>'waar' is not null as elders,
      p.plaats as plaats_van
    from kandidaat c join zaak.signaal s on s.id = c.signaal_id
    cross join jsonb_array_elements(kaart->'plaatsen') with ordinality as p(plaats, nr)
    where s.fase <> 'vernietigd'),
  zichtbaar as (
    select z.id, z.nummer, z.gemeente, z.fase, t.soort, t.gegeven_id, g.categorie, g.verstrekker, z.elders, z.plaats_van
    from plek z
    join klasse k on k.plaats = z.plaats and k.elders = z.elders and k.fase = z.fase and k.gemeente = z.gemeente and k.uitgave = z.uitgave
      and k.bits = toegang.bits(z.id, case when z.elders then z.plaats_van->>'elders' else z.plaats_van->>'partij' end, case when z.elders then z.plaats_van->>'waar' end)
      -- Another municipality has a place only in a case that it was brought into by name.
      and (not z.elders or exists (select from zaak.omstandigheid o where o.signaal_id = z.id and o.partij = z.plaats_van->>'elders' and o.gemeente = z.plaats_van->>'waar'))
    join zaak.persoonsteken t on t.signaal_id = z.id and t.teken = any (nummers || namen || jaren)
    join zaak.gegeven g on g.id = t.gegeven_id
    where get_bit(k.masker, g.plek | ((g.noden >> 2 * k.bit) & 3)) = 1),
  gevonden as (
    select v.id, v.nummer, v.gemeente, v.fase, bool_or(v.soort = 'bsn') as zeker from zichtbaar v
    group by v.id, v.nummer, v.gemeente, v.fase
    having bool_or(v.soort = 'bsn') or (bool_or(v.soort = 'naam') and bool_or(v.soort = 'jaar'))),
  gelogd as (
    insert into zaak.logboek (signaal_id, gegeven_id, categorie, verstrekker, account, partij, gemeente, handeling, doel, regel, grondslagen, convenant, verzoek)
    select distinct on (v.gegeven_id) v.id, v.gegeven_id, v.categorie, v.verstrekker, (kaart->>'account')::uuid, case when v.elders then v.plaats_van->>'elders' else v.plaats_van->>'partij' end,
      case when v.elders then v.plaats_van->>'waar' end, 'herkennen', 'persoonsgericht', 'herkennen', array['wet-pga:14.2'],
      coalesce(kaart->>'convenant', ''), kaart->>'verzoek'
    from zichtbaar v join gevonden f on f.id = v.id
    returning 1)
  select f.id, f.nummer, f.gemeente, f.fase, f.zeker from gevonden f where (select count(*) from gelogd) >= 0 order by f.nummer;
end $$;
grant execute on function toegang.teken_vernieuwen(uuid, bytea), toegang.hier_bekend(bytea[], bytea[], bytea[], uuid) to pga_app;
