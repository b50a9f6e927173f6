package acorde.trust;

/** A key file cannot be used; what to do is said. Never holds key material. */
public final class KeyRefused extends Refused {
    private static final long serialVersionUID = 1L;

    KeyRefused(String inEnglish, String inSpanish) {
        super(inEnglish, inSpanish);
    }
}
