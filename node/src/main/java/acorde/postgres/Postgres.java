package acorde.postgres;

import com.zaxxer.hikari.HikariConfig;
import com.zaxxer.hikari.HikariDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;

public final class Postgres implements AutoCloseable {
    private final String url;
    private final HikariDataSource readers;

    private Postgres(String url) {
        this.url = url + (url.contains("?") ? "&" : "?") + "prepareThreshold=1";
        var config = new HikariConfig();
        config.setJdbcUrl(this.url);
        config.setReadOnly(true);
        config.setMaximumPoolSize(8);
        readers = new HikariDataSource(config);
    }

    public static Postgres external(String jdbcUrl) {
        return new Postgres(jdbcUrl);
    }

    public Connection open() {
        try {
            return DriverManager.getConnection(url);
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    public DataSource readers() {
        return readers;
    }

    public void migrate(String schema) {
        Flyway.configure()
                .dataSource(url, null, null)
                .schemas(schema)
                .locations("classpath:db/" + schema)
                .load()
                .migrate();
    }

    @Override
    public void close() {
        readers.close();
    }
}
