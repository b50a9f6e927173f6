package acorde.acts;

/**
 * What of a partner's log is stored here and not settled.
 *
 * @param waiting acts that wait for others
 * @param missing entries for this party whose content has not come
 */
record Standing(int waiting, int missing) {
    static final Standing NOTHING = new Standing(0, 0);
}
