-- What the machine did when it audited a release, kept with it: numbers of cells (JSON). Empty for a release of before.
alter table landelijk.uitgave add column toets text not null default '';
grant insert (toets) on landelijk.uitgave to pga_app;
