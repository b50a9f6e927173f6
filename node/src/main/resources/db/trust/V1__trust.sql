-- Entries of this party's log and of the mirrors of the others' logs, with what they commit to where this node has it.
-- One table, since an entry and its opening are written and read together. salt and act are null when the entry is not for this party,
-- when its opening has not come, or when the content was destroyed: state tells which.
create table trust.entry (
    place smallint not null,           -- the author's place in the directory
    idx   bigint   not null,           -- the index in its log
    entry bytea    not null,
    salt  bytea,
    act   bytea,
    state smallint not null,           -- 0 not for this party, 1 open, 2 the opening is missing
    primary key (place, idx)
);
alter table trust.entry alter column entry set storage plain;
create index entry_missing on trust.entry (place, idx) where state = 2;

-- Roots of complete subtrees of 256 entries: 32 bytes kept for 256 entries, all else in the tree is computed from them.
create table trust.subtree (
    place smallint not null,
    idx   bigint   not null,
    root  bytea    not null,
    primary key (place, idx)
);

-- How far each log is stored, with its latest signed checkpoint and this party's cosignature on it.
create table trust.log (
    place         smallint primary key,
    size          bigint   not null,
    note          bytea,               -- signed by the author
    cosigned      bytea,               -- the note this party has cosigned: all it is addressed in is stored up to there
    cosigned_size bigint   not null default 0,
    heard_at      timestamptz,
    halted        text                 -- why this party's log is no longer followed; null while it is
);

-- What the partners have cosigned of this party's log: their receipts.
create table trust.receipt (
    place smallint    not null,        -- who cosigned
    size  bigint      not null,
    at    timestamptz not null,        -- the time in the cosignature
    note  bytea       not null,
    primary key (place, size)
);

-- What a partner signed that cannot both be true, or that this node could not verify. Kept for ever.
create table trust.evidence (
    id     bigint generated always as identity primary key,
    place  smallint    not null,
    at     timestamptz not null default now(),
    kind   text        not null,
    first  bytea,
    second bytea
);
