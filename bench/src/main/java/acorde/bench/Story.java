package acorde.bench;

import java.util.List;

/** Something that is measured. */
interface Story {
    /** The word that names it on the command line. */
    String name();

    List<Figure> measure(Workplace place) throws Exception;
}
