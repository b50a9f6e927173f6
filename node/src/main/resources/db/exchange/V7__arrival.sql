-- What is exchanged, in the order in which it came to be there for programs of this party. The order is this node's own and follows from no act:
-- programs go on from where they were, whatever time an author gives.
create table exchange.arrival (
    list    text   not null,              -- in/ or out/ and the area it may be used for
    office  text   not null default '',   -- the only one that is told of it; empty for any that the rules let find it
    added   bigint not null,              -- µs since 1970: the same in all rows of an act, in no two of different ones
    act     text   not null,
    name    uuid   not null,              -- as programs call it
    renewed text   not null,              -- the act that had set its day of review anew by then
    gone    bigint,                       -- when its author said what was given up since, ms since 1970; null while it is here
    primary key (list, office, added)
);
create index arrival_of_act on exchange.arrival (act);
create index arrival_of_name on exchange.arrival (name);

-- How far that order has come, and the key by which places in it are handed out closed.
create table exchange.arrived (
    one  boolean primary key default true check (one),
    last bigint not null,
    key  text   not null
);
insert into exchange.arrived (last, key) values (0, gen_random_uuid()::text || gen_random_uuid()::text);

-- Offices whose programs have taken a text away: they are told when it is given up.
create table exchange.taken (
    act    text   not null,
    office text   not null,
    said   bigint not null,
    primary key (act, office)
);

-- What is to be looked at for that order: rows that came, were renewed or went.
create table exchange.unlisted (
    act text   primary key,
    due bigint not null                   -- not before, ms since 1970
);
create index unlisted_due on exchange.unlisted (due, act);
create function exchange.look_again() returns trigger language plpgsql as $$
begin
    insert into exchange.unlisted select act, 0 from changed on conflict (act) do nothing;
    return null;
end $$;
-- What is given up loses its place with it. Of what was taken away the area stays until who took it is told.
-- First the one, then the other: whoever puts things in order takes them in that order too, so that neither waits for the other.
create function exchange.give_up() returns trigger language plpgsql as $$
begin
    insert into exchange.unlisted select act, 0 from changed on conflict (act) do nothing;
    delete from exchange.arrival a using changed c
        where a.act = c.act and not exists (select from exchange.taken t where t.act = a.act);
    return null;
end $$;
create trigger item_came after insert on exchange.item
    referencing new table as changed for each statement execute function exchange.look_again();
create trigger item_changed after update on exchange.item
    referencing new table as changed for each statement execute function exchange.look_again();
create trigger item_went after delete on exchange.item
    referencing old table as changed for each statement execute function exchange.give_up();
insert into exchange.unlisted select act, 0 from exchange.item;
