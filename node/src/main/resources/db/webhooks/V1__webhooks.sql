-- Where systems of this party are told that something waits. This party's own: nothing of it is in any act. No secret stands here: each follows from
-- the node's keys and the name of its hook.
create table webhooks.hook (
    id       text    primary key,                  -- 16 hexadecimal digits, drawn at random
    token    text    not null,                     -- of offices.token: for whom it is, and for how long
    address  text    not null,
    made     timestamptz not null,
    arrived  bigint  not null default 0,           -- events that were taken
    tries    integer not null default 0,           -- since the last that was
    next     timestamptz not null,                 -- not before
    answered date,                                 -- the last day on which one was taken
    fault    text    not null default '',          -- why the last try failed; empty after one that did not
    silent   timestamptz                           -- when it was given up; null while it is not
);

-- What a system was told and still stands: nothing is told twice.
create table webhooks.told (
    hook text not null references webhooks.hook on delete cascade,
    key  text not null,
    primary key (hook, key)
);
