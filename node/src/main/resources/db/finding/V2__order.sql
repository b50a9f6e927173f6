-- Answers of one day stand in the order of their names: a number of the index would tell readers how much there is that they may not see.
alter table finding.page alter column kind type text collate "C", alter column name type text collate "C";
drop index finding.page_order;
create index page_order on finding.page (room, rank, age, kind, name);
