-- A policy runs for every row: with plek of the width that get_bit asks, no row is converted first.
drop policy zien on zaak.gegeven;
drop policy vastleggen on zaak.gegeven;
alter table zaak.gegeven alter column plek type bigint;
create policy zien on zaak.gegeven for select to pga_app using (
  signaal_id = (select toegang.zaak())
  and get_bit((select toegang.masker_bits('masker')), plek | ((noden >> (select toegang.nodenbit())) & 3)) = 1);
create policy vastleggen on zaak.gegeven for insert to pga_app with check (
  signaal_id = (select toegang.zaak_voor('vastleggen'))
  and vastgelegd_namens = (select toegang.kaartje()->>'partij')
  and get_bit((select toegang.masker_bits('masker')), plek | ((noden >> (select toegang.nodenbit())) & 3)) = 1);
