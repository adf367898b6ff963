-- The roles of the portal: the owner of its schemas, the portal itself, and a role without a login that is given to who makes statistics.
-- Read by `cluster` and by the test fixtures.
-- A command ends at a semicolon followed by an empty line: PostgreSQL's single-user mode asks for that.

do $$ begin
  if not exists (select from pg_roles where rolname = 'pga_owner') then
    create role pga_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'pga_app') then
    create role pga_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'pga_statistiek') then
    create role pga_statistiek nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
end $$;

