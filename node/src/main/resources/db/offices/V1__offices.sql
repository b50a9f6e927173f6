-- This party's own records: no partner ever sees a name from here. Nothing here is derived from acts but the last two tables.
create table offices.person (
    id       bigint  generated always as identity primary key,
    name     text    not null,
    invented boolean not null default false        -- made up for the demonstration
);

create table offices.office (
    code       text primary key,                   -- begins with the word of its role
    in_spanish text not null,
    in_english text not null
);

-- Who held what, from the first day to the first day no longer. A holding is ended by filling to_day, and never deleted.
create table offices.holding (
    id       bigint generated always as identity primary key,
    person   bigint not null references offices.person,
    office   text   not null references offices.office,
    from_day date   not null,
    to_day   date,
    check (to_day >= from_day)
);
create index holding_person on offices.holding (person);
create index holding_office on offices.holding (office);

create table offices.account (
    person           bigint  primary key references offices.person,
    name             text    not null unique,
    password         text,                         -- as Argon2id keeps it; null: no password opens it
    password_due     boolean not null default false,
    password_version integer not null default 0,   -- each change ends the sessions before it
    closed           timestamptz
);

create table offices.token (
    id      text  primary key,
    person  bigint not null references offices.person,
    office  text   not null references offices.office,
    name    text   not null,
    secret  bytea  not null,                       -- SHA-256 of it
    made    timestamptz not null,
    expires timestamptz not null,
    revoked timestamptz,
    used    date
);
create index token_person on offices.token (person);

-- Attempts to sign in that were not forgiven. The key is a number of 18 bits made of what is throttled, so that no flood of invented names
-- or addresses makes this table grow past 524,288 rows; two that meet in one number share its wait.
create table offices.attempts (
    bucket   integer primary key,
    failures integer     not null,
    until    timestamptz not null,
    last     timestamptz not null
);

-- What only this party may read, in the order in which it was written; number has no gaps.
create table offices.journal_line (
    number bigint primary key,
    line   bytea  not null
);
create table offices.journal_next (
    one  boolean primary key default true check (one),
    next bigint  not null
);
insert into offices.journal_next (next) values (0);

-- Derived from the acts offices.journal of this party.
create table offices.journal_head (
    one  text primary key,
    next bigint not null,                          -- the first line not yet in an act
    act  text   not null                           -- the last act
);
create table offices.journal_minute (
    first bigint primary key,                      -- the number of its first line
    count bigint not null,
    root  text   not null,
    act   text   not null
);

-- What every node has from the first day; groups' representatives and liaison posts are added by the administrator.
insert into offices.office (code, in_spanish, in_english) values
    ('coordination',   'Coordinación nacional',           'National coordination'),
    ('supervision',    'Supervisión de protección de datos', 'Data-protection supervision'),
    ('administration', 'Administración del sistema',      'System administration'),
    ('observation',    'Observación',                     'Observation');
