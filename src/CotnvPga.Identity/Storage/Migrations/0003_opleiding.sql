-- Until when somebody's training counts (besluit-pga:17). The covenants let nobody into a case without it.
alter table identiteit.lidmaatschap add column trained_until date;

-- Of the fictional people of a demo that was made before, it goes with their authorisation.
alter table identiteit.lidmaatschap disable trigger membership_only_ends;
update identiteit.lidmaatschap l set trained_until = l.authorised_until
from identiteit.account a where a.id = l.account_id and a.is_demo;
alter table identiteit.lidmaatschap enable trigger membership_only_ends;
