-- A logged decision made again, for who reviews: the line, its receipt, and the nature of the item while that exists.
create function toegang.herhaling()
returns table (op timestamptz, account uuid, partij text, gemeente text, aan text, handeling text, doel text, regel text, grondslagen text[],
  convenant text, bewijs text, categorie text, verstrekker text, bijzonder text)
language sql stable security definer set search_path = pg_catalog as $$
  select l.op, l.account, l.partij, l.gemeente, l.aan, l.handeling, l.doel, l.regel, l.grondslagen,
    l.convenant, l.bewijs::text, l.categorie, l.verstrekker, g.bijzonder
  from zaak.logboek l
  left join zaak.gegeven g on g.id = l.gegeven_id and g.signaal_id = l.signaal_id
  where l.signaal_id = toegang.zaak_voor('raadplegen') and toegang.kaartje()->>'doel' = 'toetsing'
    and l.gegeven_id is not null and l.handeling in ('raadplegen', 'ontvangen')
  order by l.id desc
$$;
grant execute on function toegang.herhaling() to pga_app;
