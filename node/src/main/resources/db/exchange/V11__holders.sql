-- Which copies of a report of this party's were given and not ordered given up: what is decided of all of them at once reads one row.
create table exchange.holders (
    ref    text not null primary key,
    copies text not null -- holder and act of each, in the order of the acts
);

insert into exchange.holders
select c.ref, string_agg(c.holder || ' ' || c.act, ',' order by split_part(c.act, '/', 2)::bigint)
from exchange.item c
join exchange.item w on w.provider = c.provider and w.ref = c.ref and w.holder = '' -- the whole is with its provider alone
where c.holder <> '' and not exists (select from exchange.recall r where r.item = c.act)
group by c.ref;
