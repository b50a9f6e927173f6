-- What a list tells of a paper, so that no list reads the papers. Earlier papers are listed once their rows are derived anew.
alter table documents.issued
    add column since  text not null default '',  -- the first day of what a group's report tells of
    add column office text not null default '',
    add column code   text not null default '';  -- to check it by
