create table thing (name text primary key);
insert into nothing values (1);
