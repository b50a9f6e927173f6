-- What parties say of requests they were asked. Derived from acts. The request itself is an item of exchange.
create table requests.word (
    request text   not null,              -- the act that carries the request to the party that was asked
    party   text   not null,              -- who says it; what another than the party that was asked says is looked up nowhere
    kind    text   not null,              -- ACKNOWLEDGED, EXTENDED, REFUSED
    act     text   not null,              -- by which it is said, the first of several
    office  text   not null,
    said    bigint not null,              -- when its author says so, ms since 1970
    code    text   not null,              -- why it takes longer, or is refused; empty otherwise
    primary key (request, party, kind)
);
