-- Work goes over from one member of a function to another, with a short report per case. The function's queue stays what it was.
create table zaak.werkoverdracht (
  id uuid primary key,
  signaal_id uuid not null references zaak.signaal,
  partij text not null,
  van uuid not null,
  naar uuid not null check (naar <> van),
  inhoud bytea,
  door uuid not null,
  op timestamptz not null default clock_timestamp()
);
create index on zaak.werkoverdracht (signaal_id, op);
alter table zaak.werkoverdracht enable row level security;
grant select, insert on zaak.werkoverdracht to pga_app;

-- Whether a colleague has no place in the case of the ticket, for the party of the ticket: work cannot go to somebody who may not know of it.
create function toegang.is_buiten(wie uuid) returns boolean
language sql stable security definer set search_path = pg_catalog as $$
  select toegang.buiten(toegang.zaak_voor('proces'), wie, toegang.kaartje()->>'partij', null)
$$;
grant execute on function toegang.is_buiten(uuid) to pga_app;

create policy zien on zaak.werkoverdracht for select to pga_app using (
  signaal_id = (select toegang.zaak_voor('proces')) and partij = (select toegang.kaartje()->>'partij') and (select toegang.kaartje()->>'gemeente') is null);
create policy doen on zaak.werkoverdracht for insert to pga_app with check (
  signaal_id = (select toegang.zaak_voor('proces')) and partij = (select toegang.kaartje()->>'partij') and (select toegang.kaartje()->>'gemeente') is null
  and door = (select (toegang.kaartje()->>'account')::uuid) and not toegang.is_buiten(naar));

-- In which of these cases a colleague worked: its steps, judgements and agreements for a party of the asker's own place, and what came
-- to it from another. Only cases in which the asker has a place.
create function toegang.werk_van(wie uuid, welke uuid[])
returns table (signaal_id uuid, aantal int, laatst timestamptz, aan uuid)
language sql volatile security definer set search_path = pg_catalog as $$
  with plaats as (
    select s.id, p.plaats->>'partij' as partij
    from unnest(welke) as w(id)
    cross join lateral toegang.stand(w.id) s
    join jsonb_array_elements(toegang.kaartje()->'plaatsen') with ordinality as p(plaats, nr) on p.nr - 1 = s.plaats
    where not s.elders),
  werk as (
    select st.signaal_id, st.op from plaats p join zaak.stap st on st.signaal_id = p.id and st.partij = p.partij where st.door = wie
    union all
    select o.signaal_id, o.op from plaats p join zaak.weging o on o.signaal_id = p.id and o.partij = p.partij where o.door = wie
    union all
    select i.signaal_id, i.op from plaats p join zaak.instemming i on i.signaal_id = p.id and i.partij = p.partij where i.door = wie
    union all
    select v.signaal_id, v.op from plaats p join zaak.werkoverdracht v on v.signaal_id = p.id and v.partij = p.partij where v.naar = wie)
  select w.signaal_id, count(*)::int, max(w.op),
    (select v.naar from zaak.werkoverdracht v where v.signaal_id = w.signaal_id and v.van = wie
      and v.op > coalesce((select max(t.op) from zaak.werkoverdracht t where t.signaal_id = w.signaal_id and t.naar = wie), '-infinity') order by v.op desc limit 1)
  from werk w group by w.signaal_id
$$;
grant execute on function toegang.werk_van(uuid, uuid[]) to pga_app;

create function zaak.vernietig_werkoverdrachten() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  delete from zaak.werkoverdracht where signaal_id = new.signaal_id;
  return new;
end $$;
create trigger werkoverdrachten_vernietigen after insert on zaak.vernietiging for each row execute function zaak.vernietig_werkoverdrachten();
