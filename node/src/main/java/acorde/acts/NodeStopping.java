package acorde.acts;

/** The node is stopping: the command was not carried out. */
public final class NodeStopping extends RuntimeException {
    private static final long serialVersionUID = 1L;

    NodeStopping() {
        super("the node is stopping");
    }
}
