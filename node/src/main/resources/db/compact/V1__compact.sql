-- Where each item of the compact stands. Derived from acts: can be emptied and filled again.
create table compact.item (
    item      text primary key,           -- kind/code, such as initiative/A1-05
    announced text,                       -- the announcement that counts
    standing  text    not null,           -- announced, consented, contested, proposed
    consented boolean not null,           -- its latest text is in force by assent
    version   text,                       -- hash that names the latest text; null while it is only proposed
    number    integer,                    -- of that version, from 1
    replaced  text,                       -- version whose place it took
    act       text,                       -- that carries it; null for what was founded with the charter
    text      text,                       -- the latest text, JSON
    area      text,                       -- of an initiative, as the next four
    due       date,
    dated     boolean not null,
    numbered  boolean not null,
    measured  boolean not null
);

-- The proposals on one version of one item, with what was said to them. One row for most acts, so leave room to update in place.
create table compact.round (
    item   text    not null,
    base   text    not null,              -- version they would replace; empty for a new item
    number integer not null,              -- of that version; 0 for a new item
    open   boolean not null,              -- a proposal waits for words
    newest bigint  not null,              -- when its newest proposal was made, ms since 1970
    doc    text    not null,              -- JSON
    primary key (item, base)
) with (fillfactor = 50);

create index round_open on compact.round (item) where open;

-- Lists of what has ended, newest first. Only a word that ends a round touches it, not every proposal.
create index round_ended on compact.round (newest, item, base) where not open;

-- Proposals past the limit of a round.
create table compact.surplus (
    act text primary key,
    doc text not null
);
