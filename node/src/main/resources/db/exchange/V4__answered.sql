-- Of each provider so many orders are answered a day.
create index recall_answered on exchange.recall (holder, provider, answered);
