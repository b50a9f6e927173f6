package acorde.compact;

/** The thresholds of the compact we ship, for the tests of other packages. */
public final class MocThresholds {
    private MocThresholds() {}

    public static Thresholds adopted() {
        return Moc2019.folder().thresholds();
    }
}
