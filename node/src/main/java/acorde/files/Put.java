package acorde.files;

/** What came of a file that an officer sent. */
public sealed interface Put {
    /** It lies ready to be named by an act. */
    record Ready(Upload upload) implements Put {}

    record Refused(Why why) implements Put {}

    /** Why a file is not taken; nothing of it is kept, but for the further goes of one that broke off, took too long or went too far. */
    enum Why {
        /** Nothing is left of its name once it may be shown, or the name is too long. */
        NAME,
        /** Its name ends as none of the types that are taken. */
        TYPE,
        /** It is not what its name says. */
        CONTENT,
        /** It has no bytes. */
        EMPTY,
        /** It has more than {@link Attachment#LIMIT}. */
        TOO_LARGE,
        /** The sender ended before the file did. */
        BROKE_OFF,
        /** It took longer than {@link Room#sending}. */
        TOO_SLOW,
        /** As many are being sent as are taken at once, of this person or of all. */
        TOO_MANY_AT_ONCE,
        /** It does not go on where what came of it before ends, or not under its name or length. */
        OTHER_PLACE,
        /** It is whole, and its SHA-256 is not the one that was said. */
        OTHER_HASH,
        /** More came than was said that it has. */
        BEYOND,
        /** The officer has begun as many files as may be on their way. */
        TOO_MANY_BEGUN,
        /** The officer's files that lie ready, and those on their way, have no room for it. */
        NO_ROOM
    }
}
