-- What stands in a room is shown to its audience by one stance of its duty, and up to a day: by another, or after it, nobody enters.
alter table finding.room drop constraint room_audience_key,
    add stance text    not null default '',
    add until  integer not null default 2147483647,   -- days since 1970
    add unique (audience, stance, until);

-- The act that a form answers, as far as an act has a name: what is written of one that is taken back goes with it.
alter table finding.begun add answers text generated always as (left(substring(fields from '"request":\["([^"]*)"'), 64)) stored;
create index begun_answers on finding.begun (answers) where answers is not null;
