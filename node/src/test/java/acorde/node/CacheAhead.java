package acorde.node;

import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Has the cache of classes made from the first test on, where the program was built: it is half a minute of waiting, and until it is there every test
 * that starts a node would wait.
 */
public final class CacheAhead implements BeforeAllCallback {
    private static final AtomicBoolean BEGUN = new AtomicBoolean();

    @Override
    public void beforeAll(ExtensionContext context) {
        if (!BEGUN.getAndSet(true))
            Thread.ofPlatform().daemon().name("cache-ahead").start(Program::classPath);
    }
}
