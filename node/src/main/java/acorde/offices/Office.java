package acorde.offices;

/**
 * A post of this party that people hold and leave.
 *
 * @param inSpanish its name as officers say it
 * @param inEnglish the same in English
 */
public record Office(OfficeCode code, String inSpanish, String inEnglish) {
    static final int NAME_LIMIT = 120;

    public Office {
        if (Role.of(code).isEmpty())
            throw new IllegalArgumentException("the code of an office begins with the word of a role");
        inSpanish = Names.oneLine(inSpanish, NAME_LIMIT);
        inEnglish = Names.oneLine(inEnglish, NAME_LIMIT);
    }

    public Role role() {
        return Role.of(code).orElseThrow();
    }
}
