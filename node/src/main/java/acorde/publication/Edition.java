package acorde.publication;

import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.JsonNodeFactory;

/**
 * The record of one edition of the public account; spec/publication.md.
 *
 * @param number from 1, without gaps
 * @param before the hash of the record of the edition before; null for the first
 * @param due the day on which it was due; null if none was yet, or the parties agreed on no calendar
 * @param late whether it came after the days of grace
 * @param missed the days on which editions were due that are not there
 * @param logs what it derives from, by party
 * @param files the hash of each file of the edition, by name
 * @param figures the honest figures
 * @param changes what it says otherwise than the one before, as many as are told one by one
 * @param changed how much that is in all
 */
public record Edition(
        String compact,
        PartyCode publisher,
        int number,
        LocalDate date,
        @Nullable Hash before,
        @Nullable LocalDate due,
        boolean late,
        List<LocalDate> missed,
        SortedMap<PartyCode, Log> logs,
        SortedMap<String, Hash> files,
        HonestFigures figures,
        List<EditionChange> changes,
        int changed) { // everything that is told about an edition
    public Edition {
        missed = List.copyOf(missed);
        logs = Collections.unmodifiableSortedMap(new TreeMap<>(logs));
        files = Collections.unmodifiableSortedMap(new TreeMap<>(files));
        changes = List.copyOf(changes);
    }

    /**
     * How far a log was read.
     *
     * @param root of the log at that size
     * @param checkpoint the signed note that says so, which its author cannot take back
     */
    public record Log(long size, Hash root, String checkpoint) {}

    /** The bytes of the record: the same record, the same bytes. */
    public byte[] bytes() {
        var node = JsonNodeFactory.instance.objectNode();
        node.put("format", 1).put("compact", compact).put("publisher", publisher.value());
        node.put("number", number).put("date", date.toString());
        node.put("before", before == null ? null : "sha256:" + before.hex());
        node.put("due", due == null ? null : due.toString()).put("late", late);
        var gaps = node.putArray("missed");
        missed.forEach(day -> gaps.add(day.toString()));
        var of = node.putObject("logs");
        logs.forEach((party, log) -> of.putObject(party.value())
                .put("size", log.size())
                .put("root", "sha256:" + log.root().hex())
                .put("checkpoint", log.checkpoint()));
        var hashes = node.putObject("files");
        files.forEach((name, hash) -> hashes.put(name, "sha256:" + hash.hex()));
        node.set("figures", AccountJson.figures(figures));
        node.put("changed", changed);
        var list = node.putArray("changes");
        for (var change : changes)
            list.addObject()
                    .put("of", change.of())
                    .put("field", change.field())
                    .put("before", change.before())
                    .put("after", change.after());
        return JsonMapper.shared()
                .writerWithDefaultPrettyPrinter()
                .writeValueAsString(node)
                .replace("\r\n", "\n")
                .getBytes(StandardCharsets.UTF_8);
    }

    /** The hash of the record, which names the edition. */
    public Hash hash() {
        return sha256(bytes());
    }

    public static Hash sha256(byte[] bytes) {
        try {
            return Hash.of(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Reads a record. @throws IllegalArgumentException if it is none, or says anything that {@link #bytes} would not write */
    public static Edition read(byte[] bytes) {
        try {
            var edition = read(JsonMapper.shared().readTree(bytes));
            if (Arrays.equals(edition.bytes(), bytes)) return edition;
        } catch (JacksonException | DateTimeException e) {
            throw new IllegalArgumentException("not the record of an edition", e);
        }
        throw new IllegalArgumentException("not the record of an edition as it is written");
    }

    private static Edition read(JsonNode node) {
        var logs = new TreeMap<PartyCode, Log>();
        for (var log : node.path("logs").properties())
            logs.put(
                    new PartyCode(log.getKey()),
                    new Log(
                            log.getValue().path("size").asLong(),
                            hash(log.getValue().path("root")),
                            log.getValue().path("checkpoint").asString("")));
        var files = new TreeMap<String, Hash>();
        for (var file : node.path("files").properties()) files.put(file.getKey(), hash(file.getValue()));
        var missed = new ArrayList<LocalDate>();
        for (var day : node.path("missed")) missed.add(LocalDate.parse(day.asString()));
        var changes = new ArrayList<EditionChange>();
        for (var each : node.path("changes"))
            changes.add(new EditionChange(
                    each.path("of").asString(),
                    each.path("field").asString(),
                    each.path("before").asString(),
                    each.path("after").asString()));
        var due = node.path("due");
        return new Edition(
                node.path("compact").asString(""),
                new PartyCode(node.path("publisher").asString("")),
                node.path("number").asInt(0),
                LocalDate.parse(node.path("date").asString("")),
                node.path("before").isNull() ? null : hash(node.path("before")),
                due.isNull() ? null : LocalDate.parse(due.asString("")),
                node.path("late").asBoolean(false),
                missed,
                logs,
                files,
                figures(node.path("figures")),
                changes,
                node.path("changed").asInt(0));
    }

    private static Hash hash(JsonNode node) {
        var text = node.asString("");
        if (!text.startsWith("sha256:")) throw new IllegalArgumentException("a hash is written sha256:<hex>");
        return Hash.ofHex(text.substring("sha256:".length()));
    }

    private static @Nullable Integer countIfShown(JsonNode node) {
        return node.isNull() ? null : Integer.valueOf(node.asInt(0));
    }

    private static HonestFigures figures(JsonNode node) {
        return new HonestFigures(
                node.path("promised").asInt(0),
                node.path("dated").asInt(0),
                node.path("numbered").asInt(0),
                node.path("measured").asInt(0),
                node.path("waived").asInt(0),
                node.path("consented").asInt(0),
                node.path("proposed").asInt(0),
                node.path("past").asInt(0),
                countIfShown(node.path("late")),
                countIfShown(node.path("done")),
                null);
    }
}
