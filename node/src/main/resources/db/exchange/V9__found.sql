-- What is given up stands nowhere in the index from the same transaction on. What the index is writing of it just now it writes in vain (below).
create function exchange.find_no_more() returns trigger language plpgsql set enable_seqscan = off set enable_hashjoin = off set enable_mergejoin = off as $$
begin
    delete from finding.page where id in (
        select p.id from changed c cross join unnest(array['item-report', 'item-request', 'item-answer', 'item-alert']) as k (kind)
            join finding.page p on p.kind = k.kind collate "C" and p.name = c.act collate "C"
            for update of p skip locked);
    return null;
end $$;

-- At the end of each step of the index. What is being given up is passed over, so that neither waits for the other.
create function exchange.find_what_is_there() returns trigger language plpgsql as $$
begin
    perform from exchange.item where act = new.name collate "default" for key share skip locked;
    if not found then delete from finding.page where id = new.id; end if;
    return null;
end $$;

-- Where rows are derived once more, to be compared with these, there is no index.
do $$ begin
    if to_regclass('finding.page') is not null then
        create trigger item_found_no_more after delete on exchange.item
            referencing old table as changed for each statement execute function exchange.find_no_more();
        create constraint trigger page_of_what_is_there after insert or update on finding.page deferrable initially deferred
            for each row when (starts_with(new.kind, 'item-')) execute function exchange.find_what_is_there();
    end if;
end $$;
