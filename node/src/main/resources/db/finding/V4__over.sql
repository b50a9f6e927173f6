-- What was signed or dropped stays for a while without its fields, so that a page that is still open does not bring it back.
alter table finding.begun alter column fields drop not null;
-- Of something new somebody may have begun several, each under a name of its own.
update finding.begun set form = form || '/' where form in ('proposal/', 'mandate/');
-- And names are made alike for all that is written and signed.
update finding.begun set form = 'signing/' || form where form like 'sittings/%' or form like 'groups/%';
update finding.begun set form = 'release/rules' where form = 'release';
