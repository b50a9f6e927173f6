package acorde.postgres;

/** The step of every loop here that waits for another process, which has no other way to tell us. */
final class Pause {
    private static final long STEP_MILLIS = 20;

    private Pause() {}

    static void shortly() {
        try {
            Thread.sleep(STEP_MILLIS);
        } catch (InterruptedException interruption) {
            throw Faults.interrupted(interruption);
        }
    }
}
