package acorde.postgres;

import java.sql.DriverManager;
import java.util.concurrent.atomic.AtomicInteger;

public final class TestPostgres {
    private static final AtomicInteger NUMBER = new AtomicInteger();

    private TestPostgres() {}

    public static Postgres fresh() {
        var name = "t" + ProcessHandle.current().pid() + "_" + NUMBER.incrementAndGet();
        try (var c = DriverManager.getConnection("jdbc:postgresql://127.0.0.1:54999/postgres?user=postgres");
                var s = c.createStatement()) {
            s.execute("create database " + name);
        } catch (java.sql.SQLException e) {
            throw new IllegalStateException(e);
        }
        return Postgres.external("jdbc:postgresql://127.0.0.1:54999/" + name + "?user=postgres");
    }
}
