-- Whoever registered a case that is not submitted is told the outcome, and only that (wet-pga:5.6). No person, no reason.
create table zaak.mededeling (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  partij text not null,
  gemeente text not null,
  elders text,
  nummer text not null,
  uitkomst text not null,
  op date not null
);
alter table zaak.mededeling enable row level security;
grant select on zaak.mededeling to pga_app;
create policy zien on zaak.mededeling for select to pga_app using (
  exists (
    select from jsonb_array_elements((select toegang.kaartje())->'plaatsen') p
    where (elders is null and p->>'partij' = partij and p->>'waar' = gemeente)
       or (elders is not null and p->>'elders' = partij and p->>'waar' = elders)));

create function zaak.deel_uitkomst_mee() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if new.naar = 'niet_voorgelegd' then
    insert into zaak.mededeling (id, signaal_id, partij, gemeente, elders, nummer, uitkomst, op)
    select gen_random_uuid(), s.id, o.partij, s.gemeente, o.gemeente, s.nummer, 'niet_voorgelegd', (now() at time zone 'Europe/Amsterdam')::date
    from zaak.signaal s join zaak.omstandigheid o on o.signaal_id = s.id and o.code = 'aanmelder'
    where s.id = new.signaal_id;
  elsif new.naar = 'vernietigd' then
    delete from zaak.mededeling where signaal_id = new.signaal_id;
  end if;
  return new;
end $$;
create trigger uitkomst_meedelen after insert on zaak.stap for each row execute function zaak.deel_uitkomst_mee();
