-- A file in several goes may announce how long it will be, and so come in parts. Its key stays with it when it is whole, for who lost the last answer.
alter table files.upload add column whole bigint;
alter table files.upload add column since timestamptz;
update files.upload set since = at;
alter table files.upload alter column since set not null;
drop index files.upload_begun;
create unique index upload_begun on files.upload (person, begun) where sha256 is null;
create index upload_sent on files.upload (person, begun) where sha256 is not null;
