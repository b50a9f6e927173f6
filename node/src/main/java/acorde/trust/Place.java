package acorde.trust;

import java.net.URI;

/**
 * A party's place in the directory: kept for ever, newcomers are added at the end.
 *
 * @param number 0 for the first
 * @param address where its node answers the others, such as {@code https://198.51.100.7:8443}
 */
public record Place(int number, PartyCode party, PartyKeys keys, URI address) {}
