-- The receipts this node gave for each partner's log, the last of each hour: since when, by its own clock, it has had an act. What it had before is taken for
-- had since ever.
create table trust.given (
    place smallint    not null,        -- whose log
    hour  bigint      not null,        -- counted from 1970
    size  bigint      not null,
    at    timestamptz not null,
    primary key (place, hour)
);
create index on trust.given (place, size);

insert into trust.given select place, 0, cosigned_size, to_timestamp(0) from trust.log where cosigned_size > 0;
