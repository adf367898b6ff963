-- Writing: a new case opens as the process data say; an item goes in only where the mask for recording lets it.
create function telling.tel(waar text, wat text, hoe text) returns void
language sql volatile security definer set search_path = pg_catalog as $$
  insert into telling.teller as t (jaar, gemeente, soort, uitkomst, aantal)
  values (extract(year from now() at time zone 'Europe/Amsterdam')::int, waar, wat, coalesce(hoe, ''), 1)
  on conflict (jaar, gemeente, soort, uitkomst) do update set aantal = t.aantal + 1
$$;

create function toegang.zaak_openen(welke uuid, nr text, waar text, in_fase text, is_ongelezen boolean, sleutel_kek text, sleutel_ingepakt bytea,
  door_partij text, aan_partij text, convenant_hash text) returns void
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
  insert into zaak.signaal (id, nummer, gemeente, fase, ongelezen, convenant) values (welke, nr, waar, in_fase, is_ongelezen, convenant_hash);
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
grant execute on function toegang.zaak_openen(uuid, text, text, text, boolean, text, bytea, text, text, text) to pga_app;

grant insert on zaak.gegeven, zaak.noodzaak, zaak.grondslag, zaak.weging, zaak.voorstel, zaak.instemming, zaak.stap, zaak.handeling, zaak.omstandigheid to pga_app;

create policy vastleggen on zaak.gegeven for insert to pga_app with check (
  signaal_id = (select toegang.zaak_voor('vastleggen'))
  and vastgelegd_namens = (select toegang.kaartje()->>'partij')
  and get_bit((select toegang.masker_bits('masker')), toegang.plek(cel, vlaggen, noodzaak, noodzaak_bijzonder, (select toegang.partijbit()))) = 1);
create policy vastleggen on zaak.noodzaak for insert to pga_app with check (
  signaal_id = coalesce((select toegang.zaak_voor('vastleggen')), (select toegang.zaak_voor('proces'))));
create policy vastleggen on zaak.grondslag for insert to pga_app with check (signaal_id = (select toegang.zaak_voor('vastleggen')));

create function zaak.log_vastleggen() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
declare kaart jsonb := toegang.kaartje();
begin
  insert into zaak.logboek (signaal_id, gegeven_id, categorie, verstrekker, account, partij, gemeente, handeling, doel, regel, grondslagen, convenant, verzoek)
  values (new.signaal_id, new.id, new.categorie, new.verstrekker, (kaart->>'account')::uuid, kaart->>'partij', kaart->>'gemeente', 'vastleggen', kaart->>'doel',
    'vastgelegd', array['wet-pga:14.2'], kaart->>'convenant', kaart->>'verzoek');
  update zaak.signaal set laatst_verwerkt_op = clock_timestamp() where id = new.signaal_id;
  return new;
end $$;
create trigger log_vastleggen after insert on zaak.gegeven for each row execute function zaak.log_vastleggen();

-- The facts of one item that decide who may change what about it, for whoever has a place in the case.
create function toegang.gegeven_stand(welk uuid)
returns table (signaal_id uuid, veld text, categorie text, bijzonder text, verstrekker text, noodzaak int, noodzaak_bijzonder int, vlaggen int)
language sql stable security definer set search_path = pg_catalog as $$
  select g.signaal_id, g.veld, g.categorie, g.bijzonder, g.verstrekker, g.noodzaak, g.noodzaak_bijzonder, g.vlaggen::int
  from zaak.gegeven g where g.id = welk and (g.signaal_id = toegang.zaak() or exists (select from toegang.stand(g.signaal_id)))
$$;
grant execute on function toegang.gegeven_stand(uuid) to pga_app;

-- Necessity and shielding change flags, never the value; the history stays in zaak.noodzaak and the log.
create function toegang.gegeven_bijwerken(welk uuid, nieuwe_noodzaak int, nieuwe_bijzonder int, nieuwe_vlaggen smallint, wat text) returns void
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  zaak uuid := toegang.zaak_voor('proces');
begin
  update zaak.gegeven g set noodzaak = nieuwe_noodzaak, noodzaak_bijzonder = nieuwe_bijzonder, vlaggen = nieuwe_vlaggen
  where g.id = welk and g.signaal_id = zaak
    -- Only the supplier's shielding (4) and the requester's being the relation (64) change after recording.
    and ((g.vlaggen # nieuwe_vlaggen) & ~68) = 0
    and ((g.vlaggen # nieuwe_vlaggen) & 4 = 0 or g.verstrekker = kaart->>'partij');
  if not found then raise exception 'no such item in the case of this ticket' using errcode = 'insufficient_privilege'; end if;
  insert into zaak.logboek (signaal_id, gegeven_id, categorie, verstrekker, account, partij, gemeente, handeling, doel, regel, grondslagen, convenant, verzoek)
  select zaak, g.id, g.categorie, g.verstrekker, (kaart->>'account')::uuid, kaart->>'partij', kaart->>'gemeente', 'bijwerken', kaart->>'doel', wat, array['wet-pga:14.2'],
    kaart->>'convenant', kaart->>'verzoek'
  from zaak.gegeven g where g.id = welk;
end $$;
grant execute on function toegang.gegeven_bijwerken(uuid, int, int, smallint, text) to pga_app;
