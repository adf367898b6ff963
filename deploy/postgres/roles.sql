-- The roles: the owner of the schemas, the portal itself, its jobs (seal the log, take the steps of the process), whoever checks the log, and a role
-- without a login that is given to who makes statistics. None is a member of another, and none sees past row-level security.
-- Read by `cluster` and by the test fixtures.
-- A command ends at a semicolon followed by an empty line: PostgreSQL's single-user mode asks for that.

do $$ begin
  if not exists (select from pg_roles where rolname = 'pga_owner') then
    create role pga_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'pga_app') then
    create role pga_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'pga_taken') then
    create role pga_taken login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'pga_controle') then
    create role pga_controle login nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
  if not exists (select from pg_roles where rolname = 'pga_statistiek') then
    create role pga_statistiek nologin nosuperuser nocreatedb nocreaterole noreplication nobypassrls;
  end if;
end $$;

