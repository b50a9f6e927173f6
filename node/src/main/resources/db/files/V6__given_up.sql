-- What an act named that was ordered given up goes with the name, in the same transaction: the chunks that nothing else of its party names, and
-- their bytes if nobody else gave them. Whoever keeps a chunk meanwhile holds this lock, shared, and looks whether it is still named.
create function files.let_go() returns trigger language plpgsql as $$
declare
    free files.given[];
begin
    if not exists (select from unnamed) then return null; end if;
    perform pg_advisory_xact_lock(hashtextextended('acorde files', 0));
    free := array(select g from files.given g
        where (g.party, g.sha256) in (select u.party, c.sha256 from unnamed u, unnest(files.hashes(u.chunks)) as c (sha256))
        and not exists (select from files.named n where n.party = g.party and files.hashes(n.chunks) && array[g.sha256])
        and not exists (select from files.upload l where l.party = g.party and files.hashes(l.chunks) && array[g.sha256]));
    delete from files.given g using unnest(free) as f where g.party = f.party and g.sha256 = f.sha256;
    update files.taken t set bytes = t.bytes - f.bytes
        from (select party, sum(size) as bytes from unnest(free) as one group by party) f where t.party = f.party;
    delete from files.chunk c using unnest(free) as f where c.sha256 = f.sha256
        and not exists (select from files.given g where g.sha256 = c.sha256);
    delete from files.looked l using unnamed u where l.party = u.party and l.idx = u.idx and l.number = u.number;
    return null;
end $$;
create trigger let_go after delete on files.named
    referencing old table as unnamed for each statement execute function files.let_go();
