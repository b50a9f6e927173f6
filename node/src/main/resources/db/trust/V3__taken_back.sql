-- Own entries whose content is handed out no more, each with the index of the act that took it back. It is kept here, and served to nobody.
create table trust.taken_back (
    idx    bigint primary key,
    by_idx bigint not null
);
comment on column trust.entry.state is
    '0 not for this party, 1 open, 2 the opening is missing, 3 destroyed here, 4 taken back by its author before it came';
