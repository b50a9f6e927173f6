-- What takes endings off. No stop words: PostgreSQL's Spanish list has "estado" in it, which is a word of this trade.
create text search dictionary finding.es (template = snowball, language = spanish);
create text search dictionary finding.en (template = snowball, language = english);

-- The index: everything down to the visits is derived from acts, and can be emptied and filled again while the node runs.
create table finding.room (
    id       integer generated always as identity primary key,
    audience text    not null unique      -- who may enter, as Audience writes it
);

create table finding.page (
    id       bigint  generated always as identity primary key,
    kind     text    not null,
    name     text    not null,
    room     integer not null,
    rank     integer not null,            -- 0 a thing, 1 what was said of one
    age      integer not null,            -- days before 1970 of the day it is about: the newest first; without a day, last of all
    area     text,
    parties  text[]  not null,
    standing text,
    touched  jsonb   not null,            -- the newest act of each party that touched it
    words    tsvector not null,
    unique (kind, name)
);
create index page_words on finding.page using gin (words) with (fastupdate = off);
create index page_order on finding.page (room, rank, age, id);

-- How far each log has been read for the index.
create table finding.place (
    party text   primary key,
    next  bigint not null
);

-- Acts that were passed while they waited for others or for their content: they are looked at again.
create table finding.later (
    act    text        primary key,
    looked timestamptz not null
);

-- How the index was made; another way of making it begins anew.
create table finding.made (
    one boolean primary key default true check (one),
    way integer not null
);

-- From here on this party's own records. When somebody was last here, and how far each log went then.
create table finding.visit (
    person bigint      primary key,
    before jsonb,                         -- the end of the visit before the one under way; null at the first
    latest jsonb       not null,
    at     timestamptz not null
);

-- Questions somebody asks again and again.
create table finding.view (
    id     bigint generated always as identity primary key,
    person bigint not null,
    name   text   not null,
    asked  text   not null,
    unique (person, name)
);
