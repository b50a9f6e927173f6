-- Who was given what an act named is forgotten with it, when it is ordered given up. A note is by the place of an act in this party's log; one at the
-- same place of another log lets go of it only if no act at that place names the chunk any more.
create function files.forget_handed() returns trigger language plpgsql as $$
begin
    delete from files.handed h using unnamed u, unnest(files.hashes(u.chunks)) as c (sha256)
        where h.idx = u.idx and h.sha256 = c.sha256
        and not exists (select from files.named n where n.idx = h.idx and files.hashes(n.chunks) && array[h.sha256]);
    return null;
end $$;
-- By its name behind let_go, which waits for whoever is making such a note.
create trigger let_go_of_handed after delete on files.named
    referencing old table as unnamed for each statement execute function files.forget_handed();
delete from files.handed h
    where not exists (select from files.named n where n.idx = h.idx and files.hashes(n.chunks) && array[h.sha256]);
