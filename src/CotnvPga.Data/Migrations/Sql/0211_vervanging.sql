-- Who stands in for a colleague acts with both names: of the person itself, and of who is replaced.
create function toegang.vervangt() returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  -- Only read while a ticket was checked: it stands in the same setting.
  select (nullif(current_setting('pga.kaartje', true), '')::jsonb->>'vervangt')::uuid
$$;
grant execute on function toegang.vervangt() to pga_app;

-- By default, so that no function that writes a line can forget it.
alter table zaak.logboek add column vervangt uuid;
alter table zaak.logboek alter column vervangt set default toegang.vervangt();
alter table zaak.stap add column vervangt uuid;
alter policy doen on zaak.stap with check (
  signaal_id = (select toegang.zaak_voor('proces')) and partij = (select toegang.kaartje()->>'partij') and door = (select (toegang.kaartje()->>'account')::uuid)
  and vervangt is not distinct from (select (toegang.kaartje()->>'vervangt')::uuid));

drop function toegang.logboek(boolean);
create function toegang.logboek(alles boolean)
returns table (op timestamptz, gegeven_id uuid, categorie text, account uuid, vervangt uuid, partij text, gemeente text, aan text, handeling text, doel text, regel text, grondslagen text[])
language sql stable security definer set search_path = pg_catalog as $$
  select l.op, l.gegeven_id, l.categorie, l.account, l.vervangt, l.partij, l.gemeente, l.aan, l.handeling, l.doel, l.regel, l.grondslagen
  from zaak.logboek l
  where l.signaal_id = toegang.zaak()
    and ((alles and toegang.kaartje()->>'doel' = 'toetsing') or (l.partij = toegang.kaartje()->>'partij' and l.gemeente is not distinct from toegang.kaartje()->>'gemeente'))
  order by l.id desc
$$;
grant execute on function toegang.logboek(boolean) to pga_app;
