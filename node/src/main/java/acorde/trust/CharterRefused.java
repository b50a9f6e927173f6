package acorde.trust;

/** The founding charter cannot be used; why is said. */
public final class CharterRefused extends Refused {
    private static final long serialVersionUID = 1L;

    public CharterRefused(String inEnglish, String inSpanish) {
        super(inEnglish, inSpanish);
    }
}
