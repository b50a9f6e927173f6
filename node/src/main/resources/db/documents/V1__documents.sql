-- Which acts issued a paper of what. Derived from acts: can be emptied and filled again.
create table documents.issued (
    act   text   primary key,
    scope text   not null,                -- such as 'brief GT'
    said  bigint not null                 -- when its author says it was issued, ms since 1970
);

-- The latest papers, of one scope and of all.
create index issued_of on documents.issued (scope, said, act);
create index issued_latest on documents.issued (said, act);
