package acorde.web.press;

import acorde.publication.Edition;
import java.util.List;

/** All editions, the newest first, with the gaps between them. */
public record EditionsView(Leaf leaf, List<Edition> editions) implements Folio {}
