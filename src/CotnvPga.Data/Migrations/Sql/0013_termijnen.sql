-- Retention differs per municipality: the database gives the cases whose shortest possible term has run, the clock decides by the covenant of each.
drop function toegang.te_doen(text);
create function toegang.te_doen(stap text, dagen_niet_voorgelegd int, jaren_afgesloten int)
returns table (id uuid, fase text, gemeente text, uitgave text, sinds timestamptz)
language sql stable security definer set search_path = pg_catalog as $$
  select s.id, s.fase, s.gemeente, s.uitgave, case when s.fase = 'afgesloten' then s.laatst_verwerkt_op else s.fase_sinds end
  from zaak.signaal s
  where toegang.kaartje()->>'soort' = 'klok' and case stap
    when 'opschorten' then s.fase = 'verzameling' and zaak.feit(s, 'niet_bekrachtigd')
    when 'vernietigen' then not s.bewaarplicht and (
      (s.fase = 'niet_voorgelegd' and s.fase_sinds < now() - make_interval(days => dagen_niet_voorgelegd))
      or (s.fase = 'afgesloten' and s.laatst_verwerkt_op < now() - make_interval(years => jaren_afgesloten)))
    else false end
$$;
grant execute on function toegang.te_doen(text, int, int) to pga_app;
