-- Which chunks of this party's files partners were given, so that who sent a file sees whether it was fetched. By chunk and not by act: a partner
-- that has the bytes from one act does not ask for them again for another.
create table files.handed (
    party  text        not null,           -- who was given it
    sha256 bytea       not null,
    at     timestamptz not null,           -- for the first time
    primary key (sha256, party)
);
