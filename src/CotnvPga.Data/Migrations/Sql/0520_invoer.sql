-- What came in with a file: hashes, under a key outside the database, by which the same line is known when it comes again. A hash belongs to the
-- case that it went into, is seen by the party that brought it, and is destroyed with the case.
create table zaak.invoer (
  signaal_id uuid not null references zaak.signaal,
  herkenning bytea not null check (octet_length(herkenning) = 32),
  namens text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp(),
  primary key (signaal_id, herkenning)
);
create index on zaak.invoer (herkenning);
alter table zaak.invoer enable row level security;
grant select (signaal_id, herkenning, namens) on zaak.invoer to pga_app;
grant insert (signaal_id, herkenning, namens, door) on zaak.invoer to pga_app;
create policy zien on zaak.invoer for select to pga_app using (
  signaal_id = (select toegang.zaak()) and namens = (select toegang.kaartje()->>'partij'));
create policy noteren on zaak.invoer for insert to pga_app with check (
  signaal_id = (select toegang.zaak_voor('vastleggen')) and namens = (select toegang.kaartje()->>'partij')
  and door = (select (toegang.kaartje()->>'account')::uuid));

-- The cases in which a reference was brought before, for whoever has a place there and is not kept out; the door decides whether the person may
-- know of one. Two that bring the same reference at once follow each other.
create function toegang.invoer_zaken(welke bytea) returns table (id uuid, zelf boolean)
language plpgsql volatile security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  kaart jsonb := toegang.kaartje();
begin
  if kaart->>'soort' is distinct from 'persoon' then return; end if;
  perform pg_advisory_xact_lock(hashtextextended('invoer/' || encode(welke, 'hex'), 0));
  return query
    select i.signaal_id, i.door = (kaart->>'account')::uuid
    from zaak.invoer i join zaak.signaal s on s.id = i.signaal_id
    where i.herkenning = welke and exists (
      select from jsonb_array_elements(kaart->'plaatsen') p
      where (p->>'waar' = s.gemeente and p->>'partij' = i.namens and not toegang.zelf_buiten(s.id, i.namens, null))
        or (p->>'elders' = i.namens and not toegang.zelf_buiten(s.id, i.namens, p->>'waar')))
    order by i.op;
end $$;

-- The cases with these numbers in which the person of the ticket has a place, also one of another municipality.
create function toegang.zaken_met_nummer(nummers text[]) returns table (nummer text, id uuid)
language plpgsql stable security definer set search_path = pg_catalog as $$
#variable_conflict use_column
declare
  kaart jsonb := toegang.kaartje();
begin
  if kaart->>'soort' is distinct from 'persoon' then return; end if;
  return query
    select s.nummer, s.id from zaak.signaal s
    where s.nummer = any (nummers) and exists (
      select from jsonb_array_elements(kaart->'plaatsen') p
      where p->>'waar' is null or p->>'waar' = s.gemeente or exists (
        select from zaak.omstandigheid o where o.signaal_id = s.id and o.partij = p->>'elders' and o.gemeente = p->>'waar'));
end $$;
grant execute on function toegang.invoer_zaken(bytea), toegang.zaken_met_nummer(text[]) to pga_app;

create function zaak.vernietig_invoer() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from zaak.invoer where signaal_id = new.signaal_id;
  return new;
end $$;
create trigger invoer_vernietigen after insert on zaak.vernietiging for each row execute function zaak.vernietig_invoer();
