-- The log of who saw what in parts of five million lines (ADR 0170). Numbers rise with time, so a part is a stretch of time: what is old is apart
-- from what is written now, and a question by number, as the seal asks, reads one part.
do $$
declare
  eerste_vrije bigint := (select coalesce(max(id), 0) + 1 from zaak.logboek);
  tot bigint := ((eerste_vrije - 1) / 5000000 + 1) * 5000000;
  hangt_aan_keten boolean := exists (select from pg_trigger t where t.tgrelid = 'zaak.logboek'::regclass and t.tgname = 'aanmelden_bij_keten');
begin
  -- The lines of before stay where they are: their table becomes the first part.
  drop function keten.woorden_inzage(zaak.logboek);
  drop trigger if exists aanmelden_bij_keten on zaak.logboek;
  alter table zaak.logboek rename to logboek_0;
  alter table zaak.logboek_0 alter id drop identity;
  alter index zaak.logboek_pkey rename to logboek_0_pkey;
  execute format('alter table zaak.logboek_0 add constraint deel check (id >= 0 and id < %s)', tot);
  create table zaak.logboek (like zaak.logboek_0 including defaults) partition by range (id);
  alter table zaak.logboek add primary key (id);
  -- Those of before, which the first part has already (0003, 0341).
  create index on zaak.logboek (signaal_id, id);
  create index on zaak.logboek (account, op);
  create index on zaak.logboek (op);
  execute format('alter table zaak.logboek attach partition zaak.logboek_0 for values from (0) to (%s)', tot);
  alter table zaak.logboek_0 drop constraint deel;
  execute format('create sequence zaak.logboek_nr as bigint start %s owned by zaak.logboek.id', eerste_vrije);
  alter table zaak.logboek alter id set default nextval('zaak.logboek_nr');
  alter table zaak.logboek enable row level security;
  alter table zaak.logboek force row level security;
  create policy eigenaar on zaak.logboek to pga_owner using (true) with check (true);
  create trigger alleen_erbij before update or delete or truncate on zaak.logboek for each statement execute function keten.alleen_erbij();
  if hangt_aan_keten then
    create trigger aanmelden_bij_keten after insert on zaak.logboek referencing new table as nieuw for each statement execute function keten.aanmelden('inzage');
  end if;
end $$;

-- The same words as before: what was hashed never changes (0400).
create function keten.woorden_inzage(l zaak.logboek) returns text
language sql stable as $$
  select jsonb_build_array('inzage/1', l.id, keten.micro(l.op), l.signaal_id, l.gegeven_id, l.categorie, l.verstrekker, l.account, l.vervangt, l.partij,
    l.gemeente, l.aan, l.handeling, l.doel, l.regel, to_jsonb(l.grondslagen), l.convenant, l.verzoek, l.bewijs)::text
$$;

-- Sees to it that the part that is written in has four empty ones behind it. Without a part a line has no place, and then nobody is shown anything:
-- so well ahead, and by every portal each hour. Returns how many were made.
create function keten.logboek_delen() returns int
language plpgsql volatile security definer set search_path = pg_catalog as $$
declare
  gemaakt int := 0;
  eind bigint;
begin
  perform pg_advisory_xact_lock(hashtextextended('keten.logboek_delen', 0));
  loop
    select max((regexp_match(pg_get_expr(c.relpartbound, c.oid), 'TO \(''(\d+)''\)'))[1]::bigint) into eind
    from pg_inherits i join pg_class c on c.oid = i.inhrelid where i.inhparent = 'zaak.logboek'::regclass;
    exit when eind >= (select last_value from zaak.logboek_nr) + 4 * 5000000::bigint;
    execute format('create table zaak.logboek_%s partition of zaak.logboek for values from (%s) to (%s)', eind / 5000000, eind, eind + 5000000);
    execute format('alter table zaak.logboek_%s enable row level security', eind / 5000000);
    execute format('alter table zaak.logboek_%s force row level security', eind / 5000000);
    execute format('create policy eigenaar on zaak.logboek_%s to pga_owner using (true) with check (true)', eind / 5000000);
    -- The trigger of the whole does not hear of what is done to a part by name.
    execute format('create trigger alleen_erbij before update or delete or truncate on zaak.logboek_%s for each statement execute function keten.alleen_erbij()', eind / 5000000);
    gemaakt := gemaakt + 1;
  end loop;
  return gemaakt;
end $$;
revoke execute on function keten.logboek_delen() from public;
grant execute on function keten.logboek_delen() to pga_taken;
select keten.logboek_delen();
