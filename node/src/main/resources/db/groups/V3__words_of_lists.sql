-- What lists show, so that they read no sitting for it. Derived from acts, as the rest of each row.
alter table groups.sitting
    add column head    text   not null default '{}',  -- JSON: its number, and what its mandate says
    add column state   text,                          -- of a meeting: how far it has come
    add column awaited text   not null default '',    -- the parties whose word to minutes is missing, as ' GT HN '
    add column minutes bigint not null default 0;     -- seconds: since when the first of them waits

update groups.sitting set head = json_build_object('number', doc::json -> 'number', 'quorum', doc::json -> 'quorum',
                                                   'chair', doc::json -> 'chair', 'seats', doc::json -> 'seats');

alter table groups.decision
    add column number   integer not null default 1,   -- as the parties count
    add column title_es text    not null default '·', -- the beginning of its text
    add column title_en text    not null default '·',
    add column silent   text    not null default '';  -- while it is open, the parties whose word is missing, as ' GT HN '

alter table groups.action
    add column state     text   not null default 'OWED',
    add column title_es  text   not null default '·',
    add column title_en  text   not null default '·',
    add column asked     bigint not null default 0,   -- seconds: when its decision was put
    add column reported  bigint,                      -- seconds: when its owner reported last
    add column unchecked text   not null default '';  -- while it is reported done, the parties that have not said a word to it

create index on groups.decision (moment, act) where state = 'OPEN';
create index on groups.action (due, act, number) where open;
create index on groups.sitting (group_code, moment) where state is not null;
