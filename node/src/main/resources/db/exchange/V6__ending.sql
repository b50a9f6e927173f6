-- The last act that set its day of review anew; empty if none did.
alter table exchange.item add column renewed text not null default '';
-- The last day on which it may be read, as rules of release see it; null if there is none.
alter table exchange.item add column ends text collate "C"
    generated always as (least(outline::jsonb ->> 'valid', outline::jsonb ->> 'review')) stored;
create index item_ends on exchange.item (provider, ends, act) where ends is not null and holder <> '';
