-- Rights on the database one is connected to: the owner may make schemas, the portal may only connect.
-- The database itself stays the superuser's, so that neither role can rename it or change its comment.

do $$ begin
  execute format('revoke all on database %I from public', current_database());
  execute format('grant connect, create, temporary on database %I to pga_owner', current_database());
  execute format('grant connect on database %I to pga_app, pga_taken, pga_controle, pga_statistiek', current_database());
end $$;

revoke all on schema public from public;

