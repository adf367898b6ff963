-- Where an item comes from: fact or opinion, kind of source, how reliable, where it was found. Sealed, beside the value.
create table zaak.herkomst (
  gegeven_id uuid primary key references zaak.gegeven on delete cascade,
  signaal_id uuid not null references zaak.signaal,
  inhoud bytea not null
);
alter table zaak.herkomst enable row level security;
grant select, insert on zaak.herkomst to pga_app;
create policy zien on zaak.herkomst for select to pga_app using (
  signaal_id = (select toegang.zaak()) and exists (select from zaak.gegeven g where g.id = gegeven_id));
create policy vastleggen on zaak.herkomst for insert to pga_app with check (signaal_id = (select toegang.zaak_voor('vastleggen')));

-- What stands beside the items that the ticket shows, in one question. Runs as the caller: the policies decide what it finds.
create function toegang.kenmerken()
returns table (gegeven_id uuid, versie int, gecorrigeerd_op timestamptz, getoetst_namens text, getoetst_op timestamptz,
  voorstellen int, terugmeldingen int, bijlagen int, herkomst bytea)
language sql stable set search_path = pg_catalog as $$
  select g.id, 1 + coalesce(v.aantal, 0)::int, v.laatst, t.namens, t.op,
    (select count(*) from zaak.wijzigingsvoorstel w where w.gegeven_id = g.id and w.besluit is null)::int,
    (select count(*) from zaak.terugmelding m where m.gegeven_id = g.id and m.gelezen_op is null)::int,
    (select count(*) from zaak.bijlage b where b.gegeven_id = g.id)::int,
    (select h.inhoud from zaak.herkomst h where h.gegeven_id = g.id)
  from zaak.gegeven g
  left join lateral (select count(*) as aantal, max(x.op) as laatst from zaak.gegeven_versie x where x.gegeven_id = g.id) v on true
  left join lateral (select k.namens, k.op from zaak.kwaliteitstoets k where k.gegeven_id = g.id and k.versie = 1 + v.aantal order by k.op desc limit 1) t on true
$$;
grant execute on function toegang.kenmerken() to pga_app;
