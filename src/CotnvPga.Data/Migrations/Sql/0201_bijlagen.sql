-- A document belongs to an item: it shows with the item, never without it, and goes with it. Bytes, name and kind are sealed.
create table zaak.bijlage (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  gegeven_id uuid not null references zaak.gegeven on delete cascade,
  -- Name, kind, size, hash and what scanned it, as sealed words.
  kenmerken bytea not null,
  -- Ten megabytes and what sealing adds.
  inhoud bytea not null check (octet_length(inhoud) <= 10 * 1024 * 1024 + 28),
  namens text not null,
  door uuid not null,
  op timestamptz not null default clock_timestamp()
);
create index on zaak.bijlage (gegeven_id);
-- Sealed bytes do not get smaller.
alter table zaak.bijlage alter column inhoud set storage external;
alter table zaak.bijlage enable row level security;
grant select, insert on zaak.bijlage to pga_app;
create policy zien on zaak.bijlage for select to pga_app using (
  signaal_id = (select toegang.zaak()) and exists (select from zaak.gegeven g where g.id = gegeven_id));
create policy doen on zaak.bijlage for insert to pga_app with check (
  signaal_id = (select toegang.zaak_voor('raadplegen')) and exists (select from zaak.gegeven g where g.id = gegeven_id)
  and namens = (select toegang.kaartje()->>'partij') and namens = toegang.houder_van(gegeven_id) and door = (select (toegang.kaartje()->>'account')::uuid));

create function zaak.na_bijlage() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  perform zaak.toets_nevenstap('bijlage_toevoegen', new.namens);
  if (select count(*) from zaak.bijlage where gegeven_id = new.gegeven_id) > 10 then
    raise exception 'at most ten attachments with an item' using errcode = 'check_violation';
  end if;
  perform zaak.log_bijwerken(new.gegeven_id, 'bijlage_toevoegen', array['wet-pga:4', 'wet-pga:14.1']);
  return new;
end $$;
create trigger na_bijlage after insert on zaak.bijlage for each row execute function zaak.na_bijlage();
