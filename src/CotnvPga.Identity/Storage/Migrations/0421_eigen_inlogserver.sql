-- Logging in at the server of an own organisation: which server, and which session there, so that logging out there ends it here.
alter table identiteit.inlog add column server text, add column server_session text;
create index on identiteit.inlog (server, server_session) where server is not null;

-- Who is who there is laid down when an account is made, not by the portal: whoever takes over its rights links nobody to an account.
revoke insert, update, delete on identiteit.account_login from pga_app;
