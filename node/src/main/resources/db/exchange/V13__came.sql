-- What has waited longest is looked at first, whoever it is of: by the names of acts, one party's many would go before the others' few.
alter table exchange.unlisted add column came bigint generated always as identity; -- anew with each wait
create index unlisted_came on exchange.unlisted (came) include (due);
