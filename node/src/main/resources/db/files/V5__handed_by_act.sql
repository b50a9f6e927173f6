-- By the act under which a chunk was given. By chunk alone, one act told that, and when, the same bytes were given under another. Of what was given
-- before it is not known under which, so it is forgotten.
drop table files.handed;
create table files.handed (
    idx    bigint      not null,           -- of the act, in this party's log
    party  text        not null,           -- who was given it
    sha256 bytea       not null,
    at     timestamptz not null,           -- for the first time
    primary key (idx, party, sha256)
);

-- A short chunk is kept with the end of its file from now on; without it, it lies in the way of further goes.
delete from files.upload where begun is not null and size % 1048576 <> 0;
