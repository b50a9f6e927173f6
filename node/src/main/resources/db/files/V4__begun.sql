-- By which key of its sender's a file that is sent in several goes is known until it is whole.
alter table files.upload add column begun text;
create unique index upload_begun on files.upload (person, begun);
