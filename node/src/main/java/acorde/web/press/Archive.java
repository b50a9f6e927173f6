package acorde.web.press;

import acorde.publication.Edition;
import acorde.trust.PartyCode;
import acorde.trustlog.Hash;
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
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/** The editions that a folder holds, checked from the first to the last. */
record Archive(Path folder, List<Edition> editions) {
    /** The file by which a folder is known to be ours, and whose. */
    static final String MARK = "acorde-site.json";

    /** The record of an edition. */
    static final String RECORD = "edition.json";

    /** Editions that are looked for: a century of them, one a week. */
    private static final int MOST = 5_200;

    /** Bytes of a record: {@link acorde.publication.Changes#MOST} changes, each as long as it may be. */
    private static final long LONGEST = 64L << 20;

    Archive {
        editions = List.copyOf(editions);
    }

    /** What a folder turned out to be. */
    sealed interface Opened {
        record Good(Archive archive) implements Opened {}

        record Bad(String why) implements Opened {}
    }

    @Nullable
    Edition last() {
        return editions.isEmpty() ? null : editions.getLast();
    }

    /** The folder of an edition inside of a site. */
    static String of(int number) {
        return "editions/" + number;
    }

    static byte[] mark(String compact, PartyCode publisher) {
        var mark = JsonMapper.shared().createObjectNode().put("format", 1).put("compact", compact);
        return (mark.put("publisher", publisher.value()) + "\n").getBytes(StandardCharsets.UTF_8);
    }

    /** A folder that is not there or is empty has no editions yet; any other must be ours, of this compact and this publisher. */
    static Opened open(Path folder, String compact, PartyCode publisher) throws IOException {
        if (!Files.exists(folder, LinkOption.NOFOLLOW_LINKS)) return new Opened.Good(new Archive(folder, List.of()));
        if (!Files.isDirectory(folder, LinkOption.NOFOLLOW_LINKS))
            return new Opened.Bad(folder + " is no folder: give the path of one, or of none yet.");
        try (var inside = Files.list(folder)) {
            if (inside.findAny().isEmpty()) return new Opened.Good(new Archive(folder, List.of()));
        }
        if (!isOurs(folder, mark(compact, publisher)))
            return new Opened.Bad(folder + " holds something else than the public account of " + publisher + " for "
                    + compact + ": give another folder, or empty this one.");
        var editions = new ArrayList<Edition>();
        for (var number = 1; number <= MOST && Files.exists(folder.resolve(of(number))); number++) {
            var edition = read(folder, number, editions.isEmpty() ? null : editions.getLast());
            if (edition == null)
                return new Opened.Bad("Edition " + number + " in " + folder + " is not as it was published: restore it"
                        + " from a copy, for what was published is not rewritten.");
            editions.add(edition);
        }
        return new Opened.Good(new Archive(folder, editions));
    }

    private static boolean isOurs(Path folder, byte[] mark) throws IOException {
        var file = folder.resolve(MARK);
        return Files.isRegularFile(file, LinkOption.NOFOLLOW_LINKS)
                && Files.size(file) == mark.length
                && java.util.Arrays.equals(Files.readAllBytes(file), mark);
    }

    /** One edition; null if anything about it is not as it was. */
    private static @Nullable Edition read(Path folder, int number, @Nullable Edition before) throws IOException {
        var at = folder.resolve(of(number));
        var record = at.resolve(RECORD);
        if (!Files.isRegularFile(record) || Files.size(record) > LONGEST) return null;
        try {
            var edition = Edition.read(Files.readAllBytes(record));
            var follows =
                    before == null ? edition.before() == null : before.hash().equals(edition.before());
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
