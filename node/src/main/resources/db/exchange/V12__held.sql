-- Of each copy that was here when its order came, whether the core hid it from this party: its flags are destroyed with it. The order follows from acts,
-- and this from none that is left, so a replay leaves it as it is.
create table exchange.held (
    item   text    not null primary key, -- the act that carried the copy
    hidden boolean not null
);
