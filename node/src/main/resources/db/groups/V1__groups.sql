-- What was said in each meeting and written procedure. Derived from acts: can be emptied and filled again.
create table groups.sitting (
    act        text    primary key,       -- that begins it
    group_code text    not null,
    acts       integer not null,          -- how many acts stand in it, and
    places     bigint  not null,          -- the sum of their places: together they tell whether it was read before
    doc        text    not null           -- JSON
) with (fillfactor = 50);

-- What this party notes for itself. No act carries any of it, so replay neither empties nor fills it.
create table groups.note (
    sitting text        not null,
    written timestamptz not null,
    office  text        not null,
    note    text        not null,
    primary key (sitting)
);
