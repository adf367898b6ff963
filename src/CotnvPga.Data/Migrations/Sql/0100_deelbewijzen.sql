-- Proofs of the question "Mag ik dit delen?" (deelbewijs). Codes of the vocabulary only: no case, no person, not who asked. Written once.
create schema delen;
grant usage on schema delen to pga_app;

create table delen.bewijs (
  nummer text primary key check (nummer ~ '^D-[0-9A-Z]{4}-[0-9A-Z]{4}$'),
  gemaakt_op timestamptz not null default now(),
  wie text not null,
  aan text not null,
  rol text,
  gemeente text check (gemeente ~ '^[0-9]{4}$'),
  manier text not null,
  fase text not null,
  doel text not null,
  dag date not null,
  veld text,
  categorie text,
  bijzonder text,
  verstrekker text,
  omstandigheden text[] not null,
  uitkomst text not null,
  ontbreekt text[] not null,
  grondslagen text[] not null,
  laag text not null,
  regel text not null,
  zekerheid text not null,
  uitleg text not null,
  hash text not null check (hash ~ '^[0-9a-f]{64}$'),
  modelversie text,
  uitgave text not null,
  check (num_nonnulls(categorie, bijzonder, verstrekker) in (0, 3)),
  -- Every other column is a code or made of codes; a day and a number are all that somebody types.
  check (wie ~ '^[a-z0-9_]{1,60}$' and aan ~ '^[a-z0-9_]{1,60}$' and manier ~ '^[a-z0-9_]{1,60}$' and fase ~ '^[a-z0-9_]{1,60}$' and doel ~ '^[a-z0-9_]{1,60}$')
);
grant select, insert on delen.bewijs to pga_app;
