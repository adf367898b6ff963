-- Row-level security holds for the owner of the tables as well: without a policy that names it, also its functions see nothing. Repeated after
-- every migration, so that a table in schema zaak cannot be forgotten, and a table with policies elsewhere is never half protected.
create function toegang.afdwingen() returns void
language plpgsql volatile set search_path = pg_catalog as $$
declare r record;
begin
  for r in
    select c.oid::regclass as tabel, c.relrowsecurity, c.relforcerowsecurity,
      exists (select from pg_policy p where p.polrelid = c.oid and (select oid from pg_roles where rolname = 'pga_owner') = any (p.polroles)) as eigen
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where c.relkind in ('r', 'p') and n.nspname !~ '^pg_' and n.nspname <> 'information_schema' and c.relowner = (select oid from pg_roles where rolname = 'pga_owner')
      and (n.nspname in ('zaak', 'keten') or c.relrowsecurity)
  loop
    if not r.relrowsecurity then execute format('alter table %s enable row level security', r.tabel); end if;
    if not r.relforcerowsecurity then execute format('alter table %s force row level security', r.tabel); end if;
    if not r.eigen then execute format('create policy eigenaar on %s to pga_owner using (true) with check (true)', r.tabel); end if;
  end loop;
end $$;

alter table telling.teller enable row level security;
alter table toegang.sleutel enable row level security;
