package acorde.postgres;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.postgresql.Driver;

/**
 * Opens connections to wherever the database is now: a server that was started again may have another port.
 *
 * @param options further settings of each session, as words of {@code postgres}
 */
record Source(Origin origin, String options) implements DataSource {
    private static final Driver DRIVER = new Driver();

    @Override
    public Connection getConnection() throws SQLException {
        Origin.Address address = origin.address();
        var properties = new Properties();
        properties.setProperty("ApplicationName", "acorde");
        // A statement is prepared at its first use: the same few are sent for the life of a connection.
        properties.setProperty("prepareThreshold", "1");
        properties.setProperty("reWriteBatchedInserts", "true");
        properties.setProperty("tcpKeepAlive", "true");
        properties.setProperty("connectTimeout", "10");
        // setReadOnly holds for every statement, also for one that commits by itself.
        properties.setProperty("readOnlyMode", "always");
        properties.putAll(address.properties());
        properties.setProperty("options", (properties.getProperty("options", "") + " -c jit=off " + options).strip());
        Connection connection = DRIVER.connect(address.url(), properties);
        if (connection == null) {
            throw new SQLException("not an address of PostgreSQL", "08001");
        }
        try (Statement statement = connection.createStatement()) {
            // The driver gives a session the time zone of this machine; no answer may depend on that.
            statement.execute("set time zone 'UTC'");
        } catch (SQLException fault) {
            connection.close();
            throw fault;
        }
        return connection;
    }

    @Override
    public Connection getConnection(String user, String password) throws SQLException {
        throw new SQLFeatureNotSupportedException();
    }

    @Override
    public @Nullable PrintWriter getLogWriter() {
        return null;
    }

    @Override
    public void setLogWriter(PrintWriter out) {}

    @Override
    public void setLoginTimeout(int seconds) {}

    @Override
    public int getLoginTimeout() {
        return 0;
    }

    @Override
    public Logger getParentLogger() {
        return Logger.getLogger("org.postgresql");
    }

    @Override
    public <T> T unwrap(Class<T> type) throws SQLException {
        throw new SQLException("wraps nothing");
    }

    @Override
    public boolean isWrapperFor(Class<?> type) {
        return false;
    }
}
