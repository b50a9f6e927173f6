package acorde.compact;

import static java.nio.charset.StandardCharsets.UTF_8;

import acorde.trust.PartyCode;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * Reads the folder in which people write down a compact that exists already, such as {@code compacts/moc-2019}.
 *
 * <p>All of it or nothing: either every file is good and every code in it is written down somewhere, or the faults of all files come back
 * together, each with its file and line.
 */
public final class CompactFolder {
    /** Faults told at once. */
    static final int FAULTS = 200;

    /** Bytes of a file: many times the largest compact, and no burden to memory. */
    static final int FILE = 4 << 20;

    /** Not every compact has working groups. */
    private static final String GROUPS = "groups.yaml";

    /** Nor has every one rules of release. They are one text, adopted as it is written. */
    public static final String RULES = "policy.cedar";

    /** Files of initiatives, one to an area. */
    static final int AREAS = 100;

    private final Path folder;
    private final List<File> files = new ArrayList<>();
    private final List<Read.Fault> faults = new ArrayList<>();
    private final SortedMap<ItemKey, Placed> items = new TreeMap<>();
    private String id = "";
    private LocalDate compiled = LocalDate.EPOCH;
    private List<CharterText.Party> parties = List.of();
    private Thresholds thresholds = new Thresholds(List.of());
    private @Nullable PublicationTerms publication;
    private @Nullable ReleaseRules rules;

    /** What came of reading a folder. */
    public sealed interface Read {
        /**
         * A compact as it was written down.
         *
         * @param compiled the day it was
         * @param parties in the order of their places
         * @param items all but the thresholds and the terms of publication, which will be annexes of the charter
         */
        record Folder(
                String id,
                LocalDate compiled,
                List<CharterText.Party> parties,
                Thresholds thresholds,
                PublicationTerms publication,
                SortedMap<ItemKey, ItemText> items)
                implements Read { // a name, a day, and the four things a folder holds
            public Folder {
                parties = List.copyOf(parties);
                items = Collections.unmodifiableSortedMap(new TreeMap<>(items));
            }

            /** The title of the compact, which is that of its instrument. */
            public Bilingual title() {
                var instrument = items.get(new ItemKey(ItemKey.Kind.INSTRUMENT, id));
                if (instrument instanceof Instrument text) return text.title();
                throw new IllegalStateException("a folder that was read has its instrument");
            }
        }

        record Faults(List<Fault> faults) implements Read {
            public Faults {
                faults = List.copyOf(faults);
            }
        }

        /**
         * @param file its path inside the folder
         * @param line from 1
         */
        record Fault(String file, int line, Bilingual reason) {}
    }

    private record File(String name, YamlTree tree, Complaints complaints) {}

    private record Placed(ItemText text, File file, String path) {
        /** The area stands once at the head of its file. */
        String pathOf(Reference reference) {
            return reference.target() == Reference.Target.AREA ? "area" : path + "." + reference.path();
        }
    }

    private CompactFolder(Path folder) {
        this.folder = folder;
    }

    /** Reads a folder. One that is not there is a fault, not an exception. */
    public static Read read(Path folder) {
        var reading = new CompactFolder(folder);
        reading.readAll();
        reading.lookUpReferences();
        return reading.result();
    }

    private void readAll() {
        read("sources.yaml", (file, reader) -> list(file, reader, "sources", ItemKey.Kind.SOURCE));
        read("areas.yaml", (file, reader) -> list(file, reader, "areas", ItemKey.Kind.AREA));
        read("compact.yaml", this::compact);
        read("meetings.yaml", (file, reader) -> list(file, reader, "meetings", ItemKey.Kind.MEETING));
        if (Files.exists(folder.resolve(GROUPS)))
            read(GROUPS, (file, reader) -> list(file, reader, "groups", ItemKey.Kind.GROUP));
        read("events.yaml", (file, reader) -> list(file, reader, "events", ItemKey.Kind.EVENT));
        read("thresholds.yaml", (file, reader) -> thresholds = Thresholds.read(reader));
        read("publication.yaml", (file, reader) -> publication = PublicationTerms.read(reader));
        for (var name : initiativeFiles()) read(name, this::initiatives);
        if (Files.exists(folder.resolve(RULES))) rules();
    }

    private void rules() {
        var bytes = bytes(RULES);
        if (bytes == null) return;
        try {
            var text =
                    UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString().strip();
            var fault = Bilingual.fault(text);
            if (fault == null) rules = new ReleaseRules(text);
            else faults.add(new Read.Fault(RULES, 1, fault));
        } catch (CharacterCodingException e) {
            fault(
                    RULES,
                    "El archivo no está en UTF-8: guárdelo con esa codificación.",
                    "The file is not UTF-8: save it in that encoding.");
        }
    }

    private void compact(File file, TextReader reader) {
        id = reader.word("id", Form.CODE);
        compiled = reader.word("compiled", Form.DAY);
        parties = reader.children("parties", CharterText.Party::read);
        var instrument = reader.child("instrument", Instrument::read);
        if (instrument == null) reader.complain("instrument", "Falta el instrumento.", "The instrument is missing.");
        else put(file, "instrument", new ItemKey(ItemKey.Kind.INSTRUMENT, id), instrument);
        if (parties.isEmpty()) reader.complain("parties", "Nombre las partes.", "Name the parties.");
        var codes = new HashSet<PartyCode>();
        for (var party : parties)
            if (!codes.add(party.code()))
                reader.complain("parties", party.code() + " está repetida.", party.code() + " stands here twice.");
    }

    private void list(File file, TextReader reader, String member, ItemKey.Kind kind) {
        reader.children(member, entry -> {
            var code = entry.word("code", Form.CODE);
            var text = ItemText.read(kind, entry);
            put(file, entry.path(), new ItemKey(kind, code), text);
            return text;
        });
    }

    /** A file of initiatives names their area once, at its head. */
    private void initiatives(File file, TextReader reader) {
        var area = reader.word("area", Form.CODE);
        reader.children("initiatives", entry -> {
            var code = entry.word("code", Form.CODE);
            var text = Initiative.read(entry, area);
            if (text.reported().status() == null)
                entry.complain(
                        "status",
                        "Diga qué informa la fuente y a qué fecha.",
                        "Say what the source reports, as of when.");
            if (text.reported().evidence() == null)
                entry.complain(
                        "evidence",
                        "Diga si la fuente es official o press.",
                        "Say whether the source is official or press.");
            if (text.reported().sources().isEmpty())
                entry.complain("sources", "Nombre al menos una fuente.", "Name at least one source.");
            put(file, entry.path(), ItemKey.initiative(code), text);
            return text;
        });
    }

    private void put(File file, String path, ItemKey key, ItemText text) {
        var other = items.putIfAbsent(key, new Placed(text, file, path));
        if (other == null) return;
        var place = other.file().name() + ", " + other.file().tree().line(other.path());
        file.complaints()
                .add(
                        path,
                        "«" + key.code() + "» ya está en " + place + ".",
                        "“" + key.code() + "” stands already in " + place + ".");
    }

    /** Only once every file can be read: a source may stand in the one that cannot. */
    private void lookUpReferences() {
        if (!faults.isEmpty()) return;
        var states = states();
        items.forEach((key, placed) -> {
            for (var reference : Reference.of(placed.text())) {
                var known = switch (reference.target()) {
                    case AREA -> items.containsKey(new ItemKey(ItemKey.Kind.AREA, reference.code()));
                    case SOURCE -> items.containsKey(new ItemKey(ItemKey.Kind.SOURCE, reference.code()));
                    case STATE -> states.contains(reference.code());
                };
                if (!known) placed.file().complaints().add(placed.pathOf(reference), reference.unknown());
            }
        });
    }

    private Set<String> states() {
        var states = new HashSet<String>();
        for (var party : parties) states.add(party.code().value());
        for (var placed : items.values())
            if (placed.text() instanceof Instrument instrument)
                for (var participant : instrument.participants())
                    states.add(participant.code().value());
        return states;
    }

    private Read result() {
        for (var file : files)
            for (var complaint : file.complaints().list())
                faults.add(new Read.Fault(file.name(), file.tree().line(complaint.path()), complaint.reason()));
        if (!faults.isEmpty())
            return new Read.Faults(faults.stream()
                    .sorted(Comparator.comparing(Read.Fault::file).thenComparing(Read.Fault::line))
                    .limit(FAULTS)
                    .toList());
        var texts = new TreeMap<ItemKey, ItemText>();
        items.forEach((key, placed) -> texts.put(key, placed.text()));
        if (rules != null) texts.put(new ItemKey(ItemKey.Kind.RELEASE, id), rules);
        if (publication == null) throw new IllegalStateException("a folder without faults has every file");
        return new Read.Folder(id, compiled, parties, thresholds, publication, texts);
    }

    private interface Reading {
        void read(File file, TextReader reader);
    }

    private void read(String name, Reading reading) {
        var tree = tree(name);
        if (tree == null) return;
        var file = new File(name, tree, new Complaints(FAULTS));
        files.add(file);
        var reader = new TextReader(tree.root(), file.complaints());
        reading.read(file, reader);
        reader.end();
    }

    private @Nullable YamlTree tree(String name) {
        var bytes = bytes(name);
        try {
            return bytes == null ? null : YamlTree.read(bytes);
        } catch (YamlTree.Unreadable e) {
            faults.add(new Read.Fault(name, e.line(), e.reason()));
            return null;
        }
    }

    /** What a file holds; null, and a fault, if it cannot be read. */
    private byte @Nullable [] bytes(String name) {
        try {
            var path = folder.resolve(name);
            if (!Files.isRegularFile(path, LinkOption.NOFOLLOW_LINKS))
                fault(name, "Falta este archivo.", "This file is missing.");
            else if (Files.size(path) > FILE)
                fault(name, "El archivo pasa de 4 MiB.", "The file is larger than 4 MiB.");
            else return Files.readAllBytes(path);
        } catch (IOException e) {
            fault(
                    name,
                    "El archivo no se puede leer: revise sus permisos.",
                    "The file cannot be read: look at its permissions.");
        }
        return null;
    }

    private List<String> initiativeFiles() {
        try (var names = Files.list(folder.resolve("initiatives"))) {
            var files = names.map(path -> "initiatives/" + path.getFileName())
                    .filter(name -> name.endsWith(".yaml"))
                    .limit(AREAS + 1)
                    .sorted()
                    .toList();
            if (files.size() <= AREAS) return files;
            fault("initiatives", "Hay más de 100 archivos.", "There are more than 100 files.");
        } catch (IOException e) {
            fault("initiatives", "Falta esta carpeta.", "This folder is missing.");
        }
        return List.of();
    }

    private void fault(String file, String es, String en) {
        faults.add(new Read.Fault(file, 1, new Bilingual(es, en)));
    }
}
