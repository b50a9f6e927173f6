-- Acts that were kept and shown as rejected.
create table acts.rejected (
    act  text primary key,
    rule text not null
);

-- Acts that wait for acts they depend on.
create table acts.waiting (
    act     text primary key,
    missing text not null
);
