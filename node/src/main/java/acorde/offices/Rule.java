package acorde.offices;

/** Why a change to the records of offices and accounts is declined. Each has its sentence in the message files. */
public enum Rule {
    /** A name is empty, too long, or holds what cannot be read. */
    UNREADABLE_NAME,
    /** The name of an account is 2 to 64 lower-case letters, digits and {@code . _ @ -}. */
    ACCOUNT_NAME,
    ACCOUNT_NAME_TAKEN,
    /** The person has an account already. */
    HAS_ACCOUNT,
    UNKNOWN_PERSON,
    UNKNOWN_OFFICE,
    UNKNOWN_HOLDING,
    UNKNOWN_TOKEN,
    /** The code begins with no role's word. */
    OFFICE_CODE,
    OFFICE_EXISTS,
    /** The person holds the office on some of these days already. */
    HELD_ALREADY,
    ENDED_ALREADY,
    ENDS_BEFORE_IT_BEGINS,
    /** Who keeps accounts speaks for nobody and oversees nothing: no other office beside administration. */
    ADMINISTRATION_STANDS_ALONE,
    /** Somebody keeps accounts already: they open further ones. */
    ADMINISTERED_ALREADY,
    /** Invented people and real ones never stand in the same records. */
    INVENTED_RECORDS,
    /** Nobody would be left to open accounts. */
    LAST_ADMINISTRATOR,
    PASSWORD_LENGTH,
    PASSWORD_TOO_PLAIN,
    PASSWORD_HOLDS_NAME,
    PASSWORD_THE_SAME,
    /** The password given as the present one is not. */
    PASSWORD_WRONG,
    /** Too many wrong passwords; see the sign-in. */
    TRY_LATER,
    /** A token lives from one to 365 days. */
    TOKEN_DAYS,
    TOO_MANY_TOKENS,
    /** It takes another person than the one who said so first. */
    SECOND_PERSON,
    /** It does not stand any more as who said so read it. */
    ALERTS_MOVED,
    /** A limit of these records is reached. */
    TOO_MANY
}
