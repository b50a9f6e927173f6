-- The files that accepted acts name. Derived from acts: can be emptied and filled again.
create table files.named (
    party  text    not null,               -- who says the act, as the next its place in that party's log
    idx    bigint  not null,
    number integer not null,               -- which of the act's files, from 0
    name   text    not null,
    type   text    not null,
    size   bigint  not null,
    sha256 bytea   not null,
    chunks bytea   not null,               -- their hashes, one behind the other
    primary key (party, idx, number)
);

-- The bytes, each chunk once, whoever gave it. Nothing from here on is derived from acts.
create table files.chunk (
    sha256 bytea primary key,
    bytes  bytea not null
);
-- What is sent is mostly compressed already; and a chunk is read as it is.
alter table files.chunk alter column bytes set storage external;

-- Who gave which chunk; for this party's own, its officers. Only who gave one, or was named one by an act of who gave it, gets at it.
create table files.given (
    party  text        not null,
    sha256 bytea       not null,
    size   integer     not null,
    at     timestamptz not null,
    primary key (party, sha256)
);
create index given_chunk on files.given (sha256);

-- What officers have sent and no act need name yet.
create table files.upload (
    id     bigint      generated always as identity primary key,
    person bigint      not null,
    party  text        not null,           -- this one
    name   text        not null,
    type   text        not null,
    size   bigint      not null,           -- so far, as the next
    chunks bytea       not null,
    sha256 bytea,                          -- of the whole; null while it is coming
    at     timestamptz not null
);
create index upload_person on files.upload (person);

-- Partners' files all of whose chunks have come, and whether they are what their acts say.
create table files.looked (
    party  text    not null,
    idx    bigint  not null,
    number integer not null,
    good   boolean not null,
    primary key (party, idx, number)
);

-- Every chunk that something names.
create view files.needed as
    select party, substring(chunks from k * 32 + 1 for 32) as sha256
        from files.named, generate_series(0, length(chunks) / 32 - 1) k
    union all
    select party, substring(chunks from k * 32 + 1 for 32)
        from files.upload, generate_series(0, length(chunks) / 32 - 1) k;
