-- What the installation does by itself has a role of its own: it seals the log and takes the steps of the process, and can do nothing that a
-- person does. The portal's role can no longer take a step of the process, also not with a ticket of the clock.
grant usage on schema zaak, toegang to pga_taken;
grant insert on zaak.stap to pga_taken;
drop policy klok on zaak.stap;
create policy klok on zaak.stap for insert to pga_taken with check (
  partij is null and door is null and (select toegang.kaartje()->>'soort') = 'klok' and signaal_id = (select (toegang.kaartje()->>'zaak')::uuid));
grant execute on function toegang.kaartje(), toegang.te_doen(text, int, int), toegang.vergrendel(uuid), toegang.herhalingen_opruimen() to pga_taken;
revoke execute on function toegang.te_doen(text, int, int), toegang.herhalingen_opruimen() from pga_app;
