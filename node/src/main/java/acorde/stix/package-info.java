/**
 * What is exchanged, as STIX 2.1 (OASIS) has it, for the other systems of a ministry.
 *
 * <p>Duty: write an item, as it is shown to its reader, as an object of STIX, and read one that another system wrote; say what the objects beside it
 * are (parties, markings, the extension that carries what STIX has no place for).
 *
 * <p>Invariant: what is written is made of what {@code exchange} shows its reader and of nothing else. Every marking is read back as it was
 * written (EV-7); a label that is none we know is refused, never passed over (EV-6). The same act has the same name at every node.
 *
 * <p>Refuses to know: HTTP, TAXII, databases, the clock.
 *
 * <p>Door: Stix writes, StixReader reads.
 */
@org.jspecify.annotations.NullMarked
package acorde.stix;
