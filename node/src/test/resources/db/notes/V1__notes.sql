create table notes.note (
    act text primary key,
    words text not null,
    depth int not null
);
