-- What the page of a group shows of its meetings, so that it reads none of them. Derived from acts, as the rest of the row.
alter table groups.sitting
    add column starts  text,                      -- of a meeting: its day and hour where it is held, as 2026-11-24T10:00
    add column minuted text not null default '';  -- how far its minutes have come: empty before any, OPEN, REFUSED, APPROVED

-- Until the row is derived anew: the hour in UTC, and of minutes what waits.
update groups.sitting set starts = to_char(to_timestamp(moment) at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI') where meeting;
update groups.sitting set minuted = 'OPEN' where awaited <> '';

create index on groups.decision (group_code, moment);
create index on groups.action (group_code, due) where open;
