-- A thing that is not shown alike to all stands in a room for each audience that is shown the same of it.
alter table finding.page drop constraint page_kind_name_key, add unique (kind, name, room);

-- How far the things of a duty were looked at again because something else than acts changed by which they are found.
create table finding.again (
    duty   text    primary key,           -- its first kind
    stance text    not null,              -- by which its things stand in the index, up to the last one
    kind   text,                          -- the last that was looked at; null if none was, or all were
    name   text,
    done   boolean not null
);
