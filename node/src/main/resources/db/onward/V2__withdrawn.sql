-- Why leave is refused is said to nobody else: it stands in an act of its own.
create table onward.noted (
    ask    text not null primary key, -- the act that asks
    act    text not null,
    ground text not null
);
-- What was refused is what has no report: nothing said a ground before there were pages.
alter table onward.answer drop column ground;

create table onward.withdrawn (
    ask  text   not null primary key, -- the act that asks; its author takes it back
    act  text   not null,
    said bigint not null
);
