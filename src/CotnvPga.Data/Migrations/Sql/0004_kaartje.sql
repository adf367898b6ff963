-- The viewer ticket: who looks, in which case, for what, with which circumstances. The portal signs it; only these functions,
-- which run as the owner, can read the key to check it. A setting without the right seal opens nothing.
create table toegang.sleutel (
  id smallint primary key default 1 check (id = 1),
  binnen bytea not null,
  buiten bytea not null
);

-- The engine's masks by the hash of their bytes: a ticket names the hash, so whoever adds a row gains nothing.
create table toegang.masker (
  hash bytea primary key check (hash = sha256(bits)),
  bits bytea not null
);
grant insert, select on toegang.masker to pga_app;

create function toegang.kaartje() returns jsonb
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  woorden text := current_setting('pga.kaartje', true);
  zegel text := current_setting('pga.zegel', true);
  k toegang.sleutel;
  kaart jsonb;
begin
  if woorden is null or woorden = '' or zegel is null then return null; end if;
  select * into k from toegang.sleutel;
  if not found then return null; end if;
  if encode(sha256(k.buiten || sha256(k.binnen || convert_to(woorden, 'UTF8'))), 'hex') is distinct from zegel then return null; end if;
  kaart := woorden::jsonb;
  if (kaart->>'tot')::bigint < extract(epoch from clock_timestamp()) then return null; end if;
  return kaart;
end $$;

-- The circumstances that hold for a party in a case now, as bits in vocabulary order.
create function toegang.bits(signaal uuid, p text, g text) returns int
language sql stable security definer set search_path = pg_catalog as $$
  select coalesce(bit_or(1 << po.bit), 0)
  from zaak.omstandigheid o join proces.omstandigheid po on po.code = o.code
  where o.signaal_id = signaal
    and (o.partij is null or o.partij = p) and (o.gemeente is null or o.gemeente = g)
    and o.sinds <= clock_timestamp() and (o.tot is null or o.tot > clock_timestamp())
$$;

-- All circumstances that the database itself keeps; the others (geautoriseerd) come from the account.
create function toegang.bewaakte_bits() returns int
language sql stable security definer set search_path = pg_catalog as $$
  select bit_or(1 << bit) from proces.omstandigheid where code <> 'geautoriseerd'
$$;

-- The case that the ticket is for, when its phase and circumstances are those of the case itself; else null.
create function toegang.zaak() returns uuid
language plpgsql stable security definer set search_path = pg_catalog as $$
declare
  kaart jsonb := toegang.kaartje();
  gevonden uuid;
  claim int;
begin
  if kaart is null or kaart->>'soort' is distinct from 'zaak' then return null; end if;
  claim := (kaart->>'omstandigheden')::int & toegang.bewaakte_bits();
  select s.id into gevonden from zaak.signaal s
  where s.id = (kaart->>'zaak')::uuid and s.fase = kaart->>'fase'
    and (claim & ~toegang.bits(s.id, kaart->>'partij', kaart->>'gemeente')) = 0;
  return gevonden;
end $$;

create function toegang.zaak_voor(wat text) returns uuid
language sql stable security definer set search_path = pg_catalog as $$
  select toegang.zaak() where toegang.kaartje()->>'handeling' = wat
$$;

-- An unpacked copy, so that a policy does not unpack it again for every row.
create function toegang.masker_bits(welk text) returns bytea
language sql stable security definer set search_path = pg_catalog as $$
  select substring(m.bits from 1) from toegang.masker m where m.hash = decode(toegang.kaartje()->>welk, 'hex')
$$;

create function toegang.partijbit() returns int
language sql stable security definer set search_path = pg_catalog as $$
  select (toegang.kaartje()->>'bit')::int
$$;

-- Where the bit of an item stands in a mask: 128 combinations of seven item circumstances per cell.
create function toegang.plek(cel smallint, vlaggen smallint, noodzaak int, noodzaak_bijzonder int, partij_nr int) returns int
language sql immutable parallel safe as $$
  select cel::int * 128 + (vlaggen | ((noodzaak >> partij_nr) & 1) | (((noodzaak_bijzonder >> partij_nr) & 1) << 1))
$$;

grant execute on function toegang.kaartje(), toegang.zaak(), toegang.zaak_voor(text), toegang.masker_bits(text), toegang.partijbit(),
  toegang.plek(smallint, smallint, int, int, int) to pga_app;
