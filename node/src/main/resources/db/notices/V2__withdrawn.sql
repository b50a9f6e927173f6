-- An address is forgotten, how many codes were sent today is not; and what a letter was to tell is told later if it never came.
alter table notices.subscription alter column address drop not null;
alter table notices.told add column letter uuid;   -- that tells it; null once the server has that
