-- What somebody has begun to write and not signed. It is nobody else's, and in no log.
create table finding.begun (
    person bigint      not null,
    form   text        not null,
    fields text        not null,          -- a JSON object: each field with its values
    at     timestamptz not null,
    primary key (person, form)
);
