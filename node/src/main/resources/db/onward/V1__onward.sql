-- Leave to give a copy on: derived from the acts, and made again from them. No text of what is given stands here.
create table onward.ask (
    copy     text   not null, -- the act that carries the copy somebody would give on
    asker    text   not null, -- who would
    party    text   not null, -- to whom
    act      text   not null, -- the last act that asks so
    provider text   not null, -- who is asked
    office   text   not null,
    purpose  text   not null,
    why      text   not null,
    said     bigint not null, -- when its author says so, ms since 1970
    primary key (copy, asker, party)
);
create index ask_of on onward.ask (provider, asker, said, act);

create table onward.answer (
    ask      text   not null, -- the act that asks
    provider text   not null, -- who says so
    act      text   not null,
    office   text   not null,
    said     bigint not null,
    ground   text   not null, -- of a refusal; empty if leave was given
    ref      text   not null, -- of the report; empty if it was refused
    party    text   not null, -- to whom it is given; empty if it was refused
    purpose  text   not null, -- for what; empty if it was refused
    primary key (ask, provider)
);
create index answer_about on onward.answer (provider, ref) where ref <> '';
