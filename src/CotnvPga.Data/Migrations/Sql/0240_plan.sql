-- Records for the plan: some come into being only with a step or act, some only from the party to whom another record is addressed.
alter table proces.stuk
  add column langs text,
  add column if not exists alleen_geadresseerden boolean not null default false,
  add column bewaart boolean not null default false;

-- Who owns an intervention, and nobody else, says how it goes.
create function zaak.toets_stuk_geadresseerde() returns trigger
language plpgsql security definer set search_path = pg_catalog as $$
begin
  if (select s.alleen_geadresseerden from proces.stuk s where s.code = new.soort)
    and not exists (select from zaak.stuk b where b.id = new.bij and b.signaal_id = new.signaal_id and new.namens = any (b.aan)) then
    raise exception '% is for the party that the other record is addressed to', new.soort using errcode = 'check_violation';
  end if;
  return new;
end $$;
create trigger toets_stuk_geadresseerde before insert on zaak.stuk for each row execute function zaak.toets_stuk_geadresseerde();
