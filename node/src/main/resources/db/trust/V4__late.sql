-- Openings that were stored after their entries, and those of which was stored then that they will not come, in that order: who has read a log goes on
-- with these, and need not look again at all that is missing.
create table trust.late (
    n     bigint generated always as identity primary key,
    place smallint not null,
    idx   bigint   not null
);
