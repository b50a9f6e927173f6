-- What holders say became of their copies. Derived from acts.
create table exchange.received (
    item   text   not null,               -- the act that carries the copy
    holder text   not null,               -- who says so; what another party than the holder says is looked up nowhere
    stage  text   not null,
    act    text   not null,               -- by which it says so
    said   bigint not null,
    rules  text   not null,               -- that decided, their ids with a space between
    primary key (item, holder, stage)
);
