-- What holders last said came of their copies. Derived from acts.
create table exchange.outcome (
    item   text   not null,               -- the act that carries the copy
    holder text   not null,               -- who says so; what another party than the holder says is looked up nowhere
    kind   text   not null,
    office text   not null,
    act    text   not null,               -- by which it says so, the last of several in its log
    said   bigint not null,               -- when its author says so, ms since 1970
    primary key (item, holder)
);
