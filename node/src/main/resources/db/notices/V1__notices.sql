-- Who wants to be told by mail, and what they were told. This party's own: nothing of it is in any act.
create table notices.subscription (
    person     bigint  primary key,                -- of offices.person
    address    text    not null,
    confirmed  boolean not null default false,
    pace       text    not null default 'OFF' check (pace in ('OFF', 'AT_ONCE', 'DAILY')),
    language   text    not null check (language in ('es', 'en')),
    off        text    not null,                   -- turns it off without signing in, and opens nothing else
    code       bytea,                              -- SHA-256 of the code that was sent; null once it came back
    code_until timestamptz,
    code_tries integer not null default 0,
    codes      integer not null default 0,         -- sent on code_day
    code_day   date,
    written    timestamptz,
    day        date,                               -- of the last letter
    lost       timestamptz
);

-- What somebody was told and still stands: nobody is told twice.
create table notices.told (
    person bigint not null references notices.subscription on delete cascade,
    key    text   not null,
    primary key (person, key)
);

-- Letters that wait: one of each kind for a person at most.
create table notices.letter (
    id     uuid    primary key,
    person bigint  not null references notices.subscription on delete cascade,
    code   text,                                   -- of a letter that confirms an address; gone with it
    lines  text    not null,                       -- JSON
    more   integer not null default 0,
    tries  integer not null default 0,
    next   timestamptz not null
);
create unique index letter_one on notices.letter (person, (code is null));
