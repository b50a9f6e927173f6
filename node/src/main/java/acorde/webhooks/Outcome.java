package acorde.webhooks;

/** What came of a try. */
sealed interface Outcome {
    /** The receiver answered with a status of 2xx. */
    record Taken() implements Outcome {}

    /** It answered 410: it wants no more. */
    record Unwanted() implements Outcome {}

    /** @param why a status of HTTP, or a word of {@link Why} */
    record Failed(String why) implements Outcome {
        Failed(Why why) {
            this(why.name());
        }
    }

    /** Why there was no answer. */
    enum Why {
        /** Its name has no address, or none in a network to which this node may send. */
        NO_ADDRESS,
        /** Nobody could be connected to. */
        UNREACHABLE,
        /** Its certificate is not believed, or it does not speak TLS. */
        TLS,
        /** It answered nothing that is HTTP, or not in time. */
        NO_ANSWER
    }
}
