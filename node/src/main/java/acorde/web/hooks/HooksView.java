package acorde.web.hooks;

import acorde.webhooks.Hook;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/**
 * Which systems are told that something waits, and how that goes.
 *
 * @param hosts to which this node may send, each as {@code host:port}; empty if it tells no system at all
 * @param programs that could be told
 * @param secret of a new one, shown this once; empty otherwise
 * @param declined the key of the sentence that says why something was not done; empty if nothing was declined
 * @param typed in the form that was declined
 */
public record HooksView(
        List<String> hosts,
        List<Program> programs,
        List<Line> lines,
        String secret,
        String declined,
        Typed typed) { // what a page with a list and a form shows
    public HooksView {
        hosts = List.copyOf(hosts);
        programs = List.copyOf(programs);
        lines = List.copyOf(lines);
    }

    /** What was in the form. @param program its name */
    public record Typed(String program, String address) {}

    /** A key for programs. @param of whose, and for which office */
    public record Program(String id, String name, String of) {}

    /** How one stands. */
    public enum State {
        /** Its key has ended. */
        ENDED,
        /** It was given up. */
        SILENT,
        /** The last try failed, and another is to follow. */
        FAILING,
        /** It took the last event. */
        WORKS,
        /** It was not tried yet. */
        NEW;

        static State of(Hook hook, boolean stands) {
            if (!stands) return ENDED;
            if (hook.silent() != null) return SILENT;
            if (!hook.fault().isEmpty()) return FAILING;
            return hook.arrived() > 0 ? WORKS : NEW;
        }
    }

    /** @param program empty once its key has ended */
    public record Line(Hook hook, Optional<Program> program, State state) {
        static Line of(Hook hook, Collection<Program> programs) {
            var program = programs.stream()
                    .filter(one -> one.id().equals(hook.program().value()))
                    .findFirst();
            return new Line(hook, program, State.of(hook, program.isPresent()));
        }

        /** Whether the receiver answered, with a status that stands in {@link Hook#fault}. */
        public boolean isStatus() {
            return hook.fault().matches("[1-5][0-9]{2}");
        }
    }
}
