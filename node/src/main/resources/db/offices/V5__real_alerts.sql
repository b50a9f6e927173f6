-- Whether alerts of this node are real: no row, and they belong to an exercise.
create table offices.real_alerts (
    person bigint,                        -- who said so and waits for a second; null once two have
    at     bigint not null                -- ms since 1970
);
