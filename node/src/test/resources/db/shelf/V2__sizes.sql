alter table thing add column size bigint;
