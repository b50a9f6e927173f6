-- What an office's own systems brought to be looked at and sent by a person. It is in no log, and follows from no act.
create table exchange.brought (
    office text   not null,
    name   text   not null,               -- made of what its system calls it, and of its version
    at     bigint not null,               -- ms since 1970
    title  text   not null,
    report text,                          -- null once somebody took it up or dropped it: brought again, it comes to nothing
    primary key (office, name)
);
create index brought_waiting on exchange.brought (office, at, name) where report is not null;

-- What came of each bringing, for the system that did it.
create table exchange.bringing (
    id     uuid   primary key,
    office text   not null,
    at     bigint not null,
    status text   not null
);
create index bringing_of_office on exchange.bringing (office, at);
