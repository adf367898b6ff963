-- What people typed and did not send yet. Encrypted by the portal, keyed by a hash of account and form, kept for some days at most.
create table toegang.concept (
  sleutel bytea primary key check (octet_length(sleutel) = 32),
  inhoud bytea not null,
  bewaard_op timestamptz not null,
  tot timestamptz not null
);
create index on toegang.concept (tot);
grant select, insert, update, delete on toegang.concept to pga_app;
