-- Browsers somebody has signed in from: what strangers fail at is not counted against them. At most 16 of a person.
-- Beside it, offices.attempts now has numbers of three kinds (of an account, of a network at an account, of a network): at most 786,432 rows.
create table offices.browser (
    number bigint generated always as identity,
    mark   bytea  primary key,                     -- SHA-256 of it
    person bigint not null references offices.person,
    seen   date   not null
);
create index browser_person on offices.browser (person);
