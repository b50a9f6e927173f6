package acorde.offices;

/** A password or token that is shown once: it does not tell itself to whoever prints or logs what holds it. */
public final class Secret {
    private final String text;

    Secret(String text) {
        this.text = text;
    }

    /** The secret itself, for the one answer that shows it. */
    public String reveal() {
        return text;
    }

    @Override
    public String toString() {
        return "(secret)";
    }
}
