-- What was said about each initiative, as far as its light needs it. Derived from acts: can be emptied and filled again.
create table monitoring.facts (
    initiative text   primary key,
    mark       bigint not null,           -- changes with doc, so that lists read only what changed
    doc        text   not null            -- JSON
) with (fillfactor = 50);

-- Every accepted act of monitoring, by what it is about.
create table monitoring.entry (
    act        text   primary key,
    initiative text   not null,
    kind       text   not null,
    said       bigint not null            -- when its author says it was said, ms since 1970
);

-- The history of one initiative, newest first.
create index entry_of on monitoring.entry (initiative, said, act);

-- The figures of indicators, each with its corrections.
create table monitoring.point (
    initiative text not null,
    party      text not null,
    day        text not null,
    doc        text not null,             -- JSON
    primary key (initiative, party, day)
);
