-- Which act carries a report for whom. Derived from acts: can be emptied and filled again. The text stays in the act, and goes with it.
create table exchange.item (
    act      text   primary key,
    provider text   not null,             -- who gave it
    ref      text   not null,             -- the report, which its provider names alike in each copy
    holder   text   not null,             -- whose copy it is; empty for the whole, which its provider keeps
    said     bigint not null,             -- when its author says so, ms since 1970
    outline  text   not null              -- what rules look at of it, with a dash for each of its texts
);
create index item_of_holder on exchange.item (holder, said, act);
create index item_of_ref on exchange.item (provider, ref);

-- The whole of each report of this party's, so that none is sent twice.
create table exchange.sent (
    ref text primary key,
    act text not null
);

-- Copies that were ordered given up, each with the first order and the first statement that it was destroyed.
create table exchange.recall (
    item     text   primary key,          -- the act that carries the copy
    act      text   not null,             -- the order
    provider text   not null,             -- who gave both
    idx      bigint not null,             -- of the order, in its log
    holder   text   not null,             -- whose copy it is
    ground   text   not null,
    due      date   not null,             -- to be gone on this day at the latest
    said     bigint not null,
    answer   text,                        -- the holder's statement; null while there is none
    answered bigint,
    held     boolean                      -- whether there was a copy to destroy
);
create index recall_of_holder on exchange.recall (holder, provider, idx);
create index recall_open on exchange.recall (holder, provider, idx) where answer is null;
