-- Since when an opening that is addressed to this party is missing. Gone once it came.
create table trust.missing (
    place smallint    not null,
    idx   bigint      not null,
    since timestamptz not null default now(),
    primary key (place, idx)
);
insert into trust.missing (place, idx) select place, idx from trust.entry where state = 2;
