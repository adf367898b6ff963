-- Every reference to a case or a record is followed from the other side as well: a list asks what ended a record, and destroying a case looks in
-- each table for its rows. Without an index that walks through the rows of the whole country (found at 100,000 signals; CatalogueRules holds it).
do $$
declare r record;
begin
  for r in
    select c.conrelid::regclass as tabel, a.attname as kolom
    from pg_constraint c join pg_attribute a on a.attrelid = c.conrelid and a.attnum = c.conkey[1] join pg_namespace n on n.oid = c.connamespace join pg_class d on d.oid = c.confrelid
    where c.contype = 'f' and cardinality(c.conkey) = 1 and n.nspname = 'zaak' and d.relnamespace = n.oid
      and not exists (select from pg_index i where i.indrelid = c.conrelid and i.indkey[0] = c.conkey[1])
  loop
    execute format('create index on %s (%I)', r.tabel, r.kolom);
  end loop;
end $$;
