package acorde.files;

/** What came of one go of a file. */
public sealed interface Went {
    /** It came, and the file is not whole yet. */
    record Further(Begun begun) implements Went {}

    /** The file is whole, or this go was refused. */
    record Ended(Put put) implements Went {}
}
