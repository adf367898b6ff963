-- Tables of the OpenID Connect server. Codes are kept so that each can be used once; access tokens so that it can be
-- told which were issued.

create table identiteit.oidc_application (
  id                         uuid primary key,
  application_type           varchar(50),
  client_id                  varchar(100) unique,
  client_secret              text,
  client_type                varchar(50),
  concurrency_token          varchar(50),
  consent_type               varchar(50),
  display_name               text,
  display_names              text,
  json_web_key_set           text,
  permissions                text,
  post_logout_redirect_uris  text,
  properties                 text,
  redirect_uris              text,
  requirements               text,
  settings                   text
);

create table identiteit.oidc_authorization (
  id                 uuid primary key,
  application_id     uuid references identiteit.oidc_application,
  concurrency_token  varchar(50),
  creation_date      timestamptz,
  properties         text,
  scopes             text,
  status             varchar(50),
  subject            varchar(400),
  type               varchar(50)
);
create index on identiteit.oidc_authorization (application_id, status, subject, type);

create table identiteit.oidc_scope (
  id                 uuid primary key,
  concurrency_token  varchar(50),
  description        text,
  descriptions       text,
  display_name       text,
  display_names      text,
  name               varchar(200) unique,
  properties         text,
  resources          text
);

create table identiteit.oidc_token (
  id                 uuid primary key,
  application_id     uuid references identiteit.oidc_application,
  authorization_id   uuid references identiteit.oidc_authorization,
  concurrency_token  varchar(50),
  creation_date      timestamptz,
  expiration_date    timestamptz,
  payload            text,
  properties         text,
  redemption_date    timestamptz,
  reference_id       varchar(100) unique,
  status             varchar(50),
  subject            varchar(400),
  type               varchar(150)
);
create index on identiteit.oidc_token (application_id, status, subject, type);
create index on identiteit.oidc_token (authorization_id);
create index on identiteit.oidc_token (expiration_date);

grant select, insert, update, delete
  on identiteit.oidc_application, identiteit.oidc_authorization, identiteit.oidc_scope, identiteit.oidc_token to pga_app;
