-- What a token opens: the interface for programs, or the calendar of its owner's meetings and nothing else.
alter table offices.token add column opens text not null default 'INTERFACE' check (opens in ('INTERFACE', 'CALENDAR'));
