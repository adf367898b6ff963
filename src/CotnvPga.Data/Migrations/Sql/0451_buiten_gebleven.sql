-- Who was kept out of a case stays out of what is left of it: its number, and that it was destroyed. The lists themselves are destroyed with the
-- case (0210); what stays is a hash that tells nobody who it was without asking about somebody by name.
create table zaak.buiten_gebleven (
  signaal_id uuid not null references zaak.signaal,
  soort text not null check (soort in ('uitgesloten', 'alleen')),
  partij text not null,
  teken bytea not null check (octet_length(teken) = 32),
  primary key (signaal_id, soort, partij, teken)
);
alter table zaak.buiten_gebleven enable row level security;

create function zaak.buiten_teken(signaal uuid, wie uuid) returns bytea
language sql immutable parallel safe set search_path = pg_catalog as $$ select sha256(uuid_send(signaal) || uuid_send(wie)) $$;

create or replace function zaak.vernietig_belangen() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  insert into zaak.buiten_gebleven (signaal_id, soort, partij, teken)
  select b.signaal_id, b.soort, b.partij, zaak.buiten_teken(b.signaal_id, b.account) from zaak.belang b where b.signaal_id = new.signaal_id and b.tot is null
  on conflict do nothing;
  delete from zaak.belang where signaal_id = new.signaal_id;
  return new;
end $$;

create or replace function toegang.buiten(signaal uuid, wie uuid, p text, g text) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select exists (select from zaak.belang b where b.signaal_id = signaal and b.tot is null and b.soort = 'uitgesloten' and b.account = wie)
    or (g is null
      and exists (select from zaak.belang b where b.signaal_id = signaal and b.tot is null and b.soort = 'alleen' and b.partij = p)
      and not exists (select from zaak.belang b where b.signaal_id = signaal and b.tot is null and b.soort = 'alleen' and b.partij = p and b.account = wie))
    or exists (select from zaak.buiten_gebleven b where b.signaal_id = signaal and b.soort = 'uitgesloten' and b.teken = zaak.buiten_teken(signaal, wie))
    or (g is null
      and exists (select from zaak.buiten_gebleven b where b.signaal_id = signaal and b.soort = 'alleen' and b.partij = p)
      and not exists (select from zaak.buiten_gebleven b where b.signaal_id = signaal and b.soort = 'alleen' and b.partij = p and b.teken = zaak.buiten_teken(signaal, wie)))
$$;

create or replace function toegang.vernietigingen()
returns table (nummer text, gemeente text, geopend_op timestamptz, op timestamptz, stap text, van text, aantal int, partij text, door uuid[])
language sql stable security definer set search_path = pg_catalog as $$
  select s.nummer, s.gemeente, s.geopend_op, v.op, v.grond, coalesce(st.van, 'vernietigd'), v.aantal_gegevens, st.partij,
    array(select distinct i.door from zaak.instemming i where i.voorstel_id = st.voorstel_id)
  from zaak.vernietiging v
  join zaak.signaal s on s.id = v.signaal_id
  left join lateral (select x.van, x.partij, x.voorstel_id from zaak.stap x where x.signaal_id = s.id and x.naar = 'vernietigd' order by x.op desc limit 1) st on true
  where toegang.kaartje()->>'soort' = 'persoon' and exists (
    select from jsonb_array_elements(toegang.kaartje()->'plaatsen') p join proces.stap d on d.code = 'vernietigen'
    where p->>'waar' = s.gemeente and p->>'partij' = any (d.partijen)
      and not toegang.buiten(s.id, (toegang.kaartje()->>'account')::uuid, p->>'partij', null))
  order by v.op desc
$$;
