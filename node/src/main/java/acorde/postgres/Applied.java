package acorde.postgres;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HexFormat;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * The steps of one schema as this program has them. When all are done, a digest of them and of the history the migrations keep is noted in
 * the schema's comment: a start that finds it there need not let the migrations look again, which takes a fifth of a start.
 *
 * @param digest SHA-256 of the names and contents of the steps, as small hexadecimal digits
 */
record Applied(String schema, String digest) {
    private static final Logger LOG = LoggerFactory.getLogger(Applied.class);

    /** @param schema whose name holds nothing but small letters, digits and _ */
    static Applied of(String schema) {
        try {
            Resource[] steps = new PathMatchingResourcePatternResolver(Applied.class.getClassLoader())
                    .getResources("classpath*:db/" + schema + "/*.sql");
            Arrays.sort(steps, Comparator.comparing(step -> String.valueOf(step.getFilename())));
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (Resource step : steps) {
                digest.update(
                        (step.getFilename() + "\n" + step.contentLength() + "\n").getBytes(StandardCharsets.UTF_8));
                digest.update(step.getContentAsByteArray());
            }
            return new Applied(schema, HexFormat.of().formatHex(digest.digest()));
        } catch (IOException fault) {
            throw new UncheckedIOException(fault);
        } catch (NoSuchAlgorithmException fault) {
            throw new IllegalStateException(fault);
        }
    }

    /** Whether all steps are noted as done, and the history is still the one that was there when they were. */
    boolean isIn(Connection connection) throws SQLException {
        try (PreparedStatement look = connection.prepareStatement("select to_regclass(?) is not null")) {
            look.setString(1, schema + ".flyway_schema_history");
            if (!isTrue(look)) {
                return false;
            }
        }
        String noted = "select obj_description(to_regnamespace(?), 'pg_namespace') = " + note();
        try (PreparedStatement look = connection.prepareStatement(noted)) {
            look.setString(1, schema);
            return isTrue(look);
        }
    }

    /** Only who owns the schema may note it; for others the migrations look each time. */
    void noteIn(Connection connection) {
        String words = "do $$ begin execute format('comment on schema " + schema + " is %L', " + note() + "); end $$";
        try (Statement statement = connection.createStatement()) {
            statement.execute(words);
        } catch (SQLException fault) {
            LOG.debug("That {} is up to date is not noted: {}", schema, fault.getMessage());
        }
    }

    private String note() {
        return "(select '" + digest + " ' || md5(string_agg(done::text, ' ' order by installed_rank)) from " + schema
                + ".flyway_schema_history done)";
    }

    /** Of nothing that is known nothing is true: neither a schema without a note nor a history without a step is taken for done. */
    private static boolean isTrue(PreparedStatement question) throws SQLException {
        try (ResultSet found = question.executeQuery()) {
            return found.next() && found.getBoolean(1);
        }
    }
}
