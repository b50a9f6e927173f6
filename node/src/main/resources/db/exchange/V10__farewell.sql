-- What is given up keeps its place until whoever puts things in order has seen who took it away: a program that is being handed a text while its order
-- is carried out would else leave with it and never be told. Nobody is shown anything at such a place.
create or replace function exchange.give_up() returns trigger language plpgsql as $$
begin
    insert into exchange.unlisted select act, 0 from changed on conflict (act) do nothing;
    return null;
end $$;
