package acorde.web.press;

import acorde.publication.Edition;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
import acorde.web.words.Bilingual;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The editions that a folder holds, checked from the first to the last. */
record Archive(Path folder, List<Edition> editions) {
    /** The file by which a folder is known to be ours, and whose. */
    static final String MARK = "acorde-site.json";

    /** The record of an edition. */
    static final String RECORD = "edition.json";

    /** Editions that are looked for: a century of them, one a week. */
    private static final int MOST = 5_200;

    /** Bytes of the mark: a handful of short words. */
    private static final long LONGEST_MARK = 1_000;

    /** Bytes of a record: {@link acorde.publication.EditionChange#MOST} changes, each as long as it may be. */
    private static final long LONGEST = 64L << 20;

    Archive {
        editions = List.copyOf(editions);
    }

    /** What a folder turned out to be. */
    sealed interface Opened {
        record Good(Archive archive) implements Opened {}

        record Bad(Bilingual why) implements Opened {}
    }

    @Nullable
    Edition last() {
        return editions.isEmpty() ? null : editions.getLast();
    }

    /** The folder of an edition inside of a site. */
    static String of(int number) {
        return "editions/" + number;
    }

    /** Whose the folder is, how many editions it holds, and the hash of the last, so that none can be taken away unseen. */
    static byte[] mark(Edition last) {
        var mark = JsonMapper.shared().createObjectNode().put("format", 1).put("compact", last.compact());
        mark.put("publisher", last.publisher().value()).put("editions", last.number());
        return (mark.put("last", name(last)) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A folder that is not there or is empty has no editions yet; any other must be ours, of this compact and this publisher. */
    static Opened open(Path folder, String compact, PartyCode publisher) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) return new Opened.Good(new Archive(folder, List.of()));
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
            return new Opened.Bad(new Bilingual(
                    folder + " no es una carpeta: indique una, o una que todavía no exista.",
                    folder + " is no folder: give the path of one, or of none yet."));
        try (var inside = Files.list(folder)) {
            if (inside.findAny().isEmpty()) return new Opened.Good(new Archive(folder, List.of()));
        }
        var mark = mark(folder);
        if (!mark.path("compact").asString("").equals(compact)
                || !mark.path("publisher").asString("").equals(publisher.value()))
            return new Opened.Bad(new Bilingual(
                    folder + " contiene otra cosa que la cuenta pública de " + publisher + " para " + compact
                            + ": indique otra carpeta, o vacíe esta.",
                    folder + " holds something else than the public account of " + publisher + " for " + compact
                            + ": give another folder, or empty this one."));
        var editions = new ArrayList<Edition>();
        for (var number = 1; number <= Math.min(MOST, mark.path("editions").asInt(0)); number++) {
            var edition = read(folder, number, editions.isEmpty() ? null : editions.getLast());
            if (edition == null) return touched(folder, number);
            editions.add(edition);
        }
        var last = editions.isEmpty() ? "" : name(editions.getLast());
        if (last.isEmpty() || !mark.path("last").asString("").equals(last)) return touched(folder, editions.size());
        return new Opened.Good(new Archive(folder, editions));
    }

    private static String name(Edition edition) {
        return "sha256:" + edition.hash().hex();
    }

    private static Opened touched(Path folder, int number) {
        return new Opened.Bad(
                new Bilingual(
                        "La edición " + number + " de " + folder
                                + " no está como se publicó: restáurela de una copia, porque lo publicado no se reescribe.",
                        "Edition " + number + " in " + folder
                                + " is not as it was published: restore it from a copy, for what was published is not rewritten."));
    }

    /** What the mark says; nothing if there is none. */
    private static JsonNode mark(Path folder) throws IOException {
        var file = folder.resolve(MARK);
        if (!Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS) || Files.size(file) > LONGEST_MARK)
            return JsonMapper.shared().createObjectNode();
        try {
            return JsonMapper.shared().readTree(Files.readAllBytes(file));
        } catch (JacksonException e) {
            return JsonMapper.shared().createObjectNode();
        }
    }

    /** One edition; null if anything about it is not as it was. */
    private static @Nullable Edition read(Path folder, int number, @Nullable Edition before) throws IOException {
        var at = folder.resolve(of(number));
        var record = at.resolve(RECORD);
        if (!Files.isRegularFile(record) || Files.size(record) > LONGEST) return null;
        try {
            var edition = Edition.read(Files.readAllBytes(record));
            var follows = Objects.equals(before == null ? null : before.hash(), edition.before());
            if (!follows || edition.number() != number) return null;
            for (var file : edition.files().entrySet()) {
                var path = at.resolve(file.getKey()).normalize();
                if (!path.startsWith(at)
                        || !Files.isRegularFile(path)
                        || !hash(path).equals(file.getValue())) return null;
            }
            return edition;
        } catch (IllegalArgumentException | JacksonException e) {
            return null;
        }
    }

    static Hash hash(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file);
                var digesting = new DigestInputStream(in, MessageDigest.getInstance("SHA-256"))) {
            digesting.transferTo(java.io.OutputStream.nullOutputStream());
            return Hash.of(digesting.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
