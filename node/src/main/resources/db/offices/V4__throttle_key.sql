-- What failed attempts are counted by is hashed with this, made here and known to nobody: else a stranger could look for a name that shares
-- another's number, and fail in its place. What was counted before has other numbers.
create table offices.throttle_key (
    one boolean primary key default true check (one),
    key bytea not null check (octet_length(key) = 32)
);
insert into offices.throttle_key (key) values (sha256(uuid_send(gen_random_uuid()) || uuid_send(gen_random_uuid())));
delete from offices.attempts;
