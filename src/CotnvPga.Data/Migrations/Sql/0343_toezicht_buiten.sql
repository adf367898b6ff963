-- Who oversees may have been kept out of a case as well (0210): under another role, or before it oversaw. Then the case is not drawn for it, not
-- shown to it by the log of a person, and not counted for it.
create function toegang.taak_in_zaak(zaak uuid, waar text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select toegang.taak() is not null and exists (
    select from jsonb_array_elements(toegang.kaartje()->'plaatsen') p
    where (p->>'waar' is null or p->>'waar' = waar) and not toegang.buiten(zaak, (toegang.kaartje()->>'account')::uuid, p->>'partij', null))
$$;
revoke execute on function toegang.taak_in_zaak(uuid, text) from public;

create or replace function toegang.logboek_van(inzage uuid, voor bigint, hoeveel int)
returns table (id bigint, op timestamptz, zaak uuid, nummer text, categorie text, partij text, handeling text, doel text, regel text, grondslagen text[])
language sql stable security definer set search_path = pg_catalog as $$
  select l.id, l.op, z.id, z.nummer, l.categorie, l.partij, l.handeling, l.doel, case when l.gegeven_id is null then l.regel end, l.grondslagen
  from toezicht.loginzage i join zaak.logboek l on l.account = i.van join zaak.signaal z on z.id = l.signaal_id
  where i.id = inzage and i.door = (toegang.kaartje()->>'account')::uuid and toegang.taak() = 'logboek_toetsen'
    and i.tot >= (now() at time zone 'Europe/Amsterdam')::date and (voor is null or l.id < voor) and (i.gemeente is null or i.gemeente = z.gemeente)
    and toegang.taak_in_zaak(z.id, z.gemeente)
  order by l.id desc limit least(hoeveel, 1000)
$$;

create or replace function toegang.trek_zaken(stuk uuid, zaad text, hoeveel int) returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  getrokken int;
begin
  if not exists (select from register.stuk s where s.id = stuk and s.door = (toegang.kaartje()->>'account')::uuid and s.op > clock_timestamp() - interval '1 minute')
    or exists (select from register.trekking t where t.stuk_id = stuk) then
    raise exception 'this record draws no cases' using errcode = 'insufficient_privilege';
  end if;
  insert into register.trekking (stuk_id, volgorde, zaak)
  select stuk, row_number() over (order by h), id from (
    select z.id, encode(sha256(convert_to(zaad || ':' || z.id::text, 'UTF8')), 'hex') as h
    from zaak.signaal z
    where z.fase not in ('melding', 'vernietigd')
      and exists (select from toegang.registerplaatsen() p join register.stuk s on s.id = stuk join proces.register_stuk k on k.code = s.soort
        where p.taak = any (k.maakt) and (p.waar is null or p.waar = z.gemeente)
          and not toegang.buiten(z.id, (toegang.kaartje()->>'account')::uuid, p.partij, null))
    order by h limit least(hoeveel, 200)) gekozen;
  get diagnostics getrokken = row_count;
  return getrokken;
end $$;

create or replace function toegang.bewijs_van_trekking(stuk uuid)
returns table (volgorde int, zaak uuid, nummer text, gemeente text, fase text, stappen bigint, wegingen bigint, stukken bigint, gegevens bigint, gezien bigint, partijen text[], laatst timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select t.volgorde, z.id, z.nummer, z.gemeente, z.fase,
    (select count(*) from zaak.stap x where x.signaal_id = z.id),
    (select count(*) from zaak.weging x where x.signaal_id = z.id),
    (select count(*) from zaak.stuk x where x.signaal_id = z.id),
    (select count(*) from zaak.gegeven x where x.signaal_id = z.id),
    (select count(*) from zaak.logboek x where x.signaal_id = z.id and x.handeling = 'raadplegen'),
    (select array_agg(distinct x.partij order by x.partij) from zaak.logboek x where x.signaal_id = z.id),
    (select max(x.op) from zaak.logboek x where x.signaal_id = z.id)
  from register.trekking t join zaak.signaal z on z.id = t.zaak
  where t.stuk_id = stuk and exists (
    select from register.stuk s join proces.register_stuk k on k.code = s.soort join toegang.registerplaatsen() p on p.taak = any (k.maakt) and (p.waar is null or p.waar = z.gemeente)
    where s.id = stuk and s.door = (toegang.kaartje()->>'account')::uuid and not toegang.buiten(z.id, s.door, p.partij, null))
  order by t.volgorde
$$;

create or replace function toegang.toezicht_stand()
returns table (gemeente text, soort text, open bigint, te_laat bigint)
language sql stable security definer set search_path = pg_catalog as $$
  select z.gemeente, k.soort, count(*), count(*) filter (where k.uiterlijk < (now() at time zone 'Europe/Amsterdam')::date)
  from zaak.stuk k join zaak.signaal z on z.id = k.signaal_id
  where toegang.taak() = 'fg_toetsen' and k.uiterlijk is not null
    and not exists (select from zaak.stuk e join proces.stuk s on s.code = e.soort where (e.bij = k.id and s.sluit) or e.vervangt = k.id)
    and not exists (select from zaak.stuk e join proces.stuk s on s.code = e.soort where k.bij is not null and e.bij = k.bij and e.soort <> k.soort and s.sluit)
    and toegang.taak_in_zaak(z.id, z.gemeente)
  group by 1, 2
$$;
