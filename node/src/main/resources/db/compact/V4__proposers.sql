-- Who has a proposal in a round, with a space between each: no party's proposals crowd out another's.
alter table compact.round add column proposers text not null default '';

update compact.round set proposers = coalesce(
    (select string_agg(distinct split_part(p ->> 'act', '/', 1), ' ') from jsonb_array_elements(doc::jsonb -> 'proposals') p), '');
