-- What lists are read by, so that no list reads all that was said in every sitting. Derived from acts, as the rest of the row.
alter table groups.sitting
    add column number  integer not null default 0,
    add column meeting boolean not null default true,   -- else a written procedure
    add column moment  bigint  not null default 0,      -- seconds: when the meeting is to begin; until when an answer is asked for
    add column open    boolean not null default true,   -- whether it is still to be, goes on, or something in it waits
    add column weight  integer generated always as (octet_length(doc)) stored;

update groups.sitting set number = (doc::json ->> 'number')::integer, meeting = doc::json ->> 'chair' is not null;

create index on groups.sitting (group_code);
create index on groups.sitting ((-moment), act) where meeting;
create index on groups.sitting (act) where open;

-- A decision that was put, under its act. Its words stand in its sitting.
create table groups.decision (
    act        text    primary key,
    sitting    text    not null,
    group_code text    not null,
    initiative text,
    state      text    not null,
    moment     bigint  not null,          -- seconds: when it was put; in writing, until when an answer is asked for
    asked      bigint  not null           -- seconds: when it was put
);
create index on groups.decision ((-moment), act);
create index on groups.decision (initiative, (-asked), act);

-- An action that follows from a decision that was taken.
create table groups.action (
    act        text    not null,          -- of the decision
    number     integer not null,
    sitting    text    not null,
    group_code text    not null,
    initiative text,
    owner      text    not null,
    due        bigint  not null,          -- a day, counted from 1970-01-01
    open       boolean not null,
    primary key (act, number)
);
create index on groups.action (due, act, number);
