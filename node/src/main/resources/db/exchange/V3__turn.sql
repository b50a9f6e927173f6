-- Whether something is told unasked, asks or answers, for lists that look for one kind.
alter table exchange.item add column turn text not null default 'TELLS'; -- TELLS, ASKS, INTERIM, ANSWERS
alter table exchange.item add column request text not null default '';   -- the act it answers
create index item_asked on exchange.item (holder, said, act) where turn = 'ASKS';
create index item_asks on exchange.item (provider, said, act) where turn = 'ASKS';
create index item_answers on exchange.item (request, said, act) where request <> '';
