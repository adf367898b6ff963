-- Three rooms: what the process allows (proces), the cases (zaak), and who may pass (toegang). Schema proces was made before: the journal of the migrations is in it. Person-free counts live apart (telling).
create schema zaak;
create schema toegang;
create schema telling;

grant usage on schema proces, zaak, toegang, telling to pga_app;

-- Functions are closed unless opened one by one.
alter default privileges revoke execute on functions from public;
