-- Of an initiative: it says why it goes without a date or a measure. No text could before.
alter table compact.item add column waived boolean not null default false;
