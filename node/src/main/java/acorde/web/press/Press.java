package acorde.web.press;

import acorde.publication.AccountJson;
import acorde.publication.Csv;
import acorde.publication.Edition;
import acorde.publication.EditionChange;
import acorde.publication.Schedule;
import acorde.trustlog.Hash;
import acorde.web.words.Bilingual;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.OverlappingFileLockException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.util.FileSystemUtils;
import tools.jackson.databind.json.JsonMapper;

/**
 * Publishes: the door of the package.
 *
 * <p>The whole site is written beside its place, earlier editions taken over as they are, and then exchanged with what stands there in one step.
 */
public final class Press {
    static final String JSON = "compact.json";
    static final String CSV = "compact.csv";

    private final Path place;
    private final Issue issue;
    private final Path aside;
    private final Archive archive;
    private final Disk disk;

    private Press(Path place, Issue issue, Archive archive, Disk disk) {
        this.place = place;
        this.issue = issue;
        this.archive = archive;
        this.disk = disk;
        this.aside = beside(place, "new");
    }

    private static Path beside(Path place, String what) {
        return place.resolveSibling("." + place.getFileName() + ".acorde-" + what);
    }

    /** Publishes into a folder. @throws IOException if a file cannot be written; the old site stands */
    public static Published publish(Path folder, Issue issue) throws IOException {
        return publish(folder, issue, Disk.LINUX);
    }

    static Published publish(Path folder, Issue issue, Disk disk) throws IOException {
        var place = folder.toAbsolutePath().normalize();
        var parent = place.getParent();
        if (parent == null || !Files.isDirectory(parent))
            return new Published.Refused(new Bilingual(
                    "No existe la carpeta " + parent + ": créela antes.",
                    "There is no folder " + parent + ": make it first."));
        try (var channel =
                        FileChannel.open(beside(place, "lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
                var lock = channel.tryLock()) {
            return lock == null ? anotherRun(place) : locked(place, issue, disk);
        } catch (OverlappingFileLockException e) {
            return anotherRun(place);
        }
    }

    private static Published anotherRun(Path place) {
        return new Published.Refused(new Bilingual(
                "Otra ejecución publica en " + place + ": espere a que termine.",
                "Another run publishes to " + place + ": wait until it ends."));
    }

    private static Published locked(Path place, Issue issue, Disk disk) throws IOException {
        var account = issue.account();
        return switch (Archive.open(place, account.founding().compact(), account.publisher())) {
            case Archive.Opened.Bad(var why) -> new Published.Refused(why);
            case Archive.Opened.Good(var archive) -> {
                var last = archive.last();
                if (last != null && issue.day().isBefore(last.date()))
                    yield new Published.Refused(new Bilingual(
                            "La última edición es del " + last.date() + ": una del " + issue.day()
                                    + " vendría antes que ella.",
                            "The last edition is of " + last.date() + ": an edition of " + issue.day()
                                    + " would come before it."));
                yield new Press(place, issue, archive, disk).publish();
            }
        };
    }

    private Published publish() throws IOException {
        FileSystemUtils.deleteRecursively(aside); // of a run that was cut short
        Files.createDirectories(aside.resolve("editions"));
        var last = archive.last();
        var number = last == null ? 1 : last.number() + 1;
        var files = write(aside.resolve(Archive.of(number)));
        var same =
                last != null && last.date().equals(issue.day()) && last.files().equals(files);
        var editions = new ArrayList<>(archive.editions());
        if (same) FileSystemUtils.deleteRecursively(aside.resolve(Archive.of(number)));
        else editions.add(record(aside.resolve(Archive.of(number)), number, files));
        for (var edition : archive.editions()) takeOver(edition);
        new Folios(aside, issue, editions).draw();
        Files.write(aside.resolve(Archive.MARK), Archive.mark(editions.getLast()));
        putInPlace();
        return new Published.Done(editions.getLast(), !same);
    }

    /** The files of the edition, and what they hash to. */
    private SortedMap<String, Hash> write(Path at) throws IOException {
        Files.createDirectories(at);
        try (var out = Files.newBufferedWriter(at.resolve(JSON), StandardCharsets.UTF_8)) {
            AccountJson.write(issue.account(), issue.day(), out);
        }
        try (var out = Files.newBufferedWriter(at.resolve(CSV), StandardCharsets.UTF_8)) {
            out.write(Csv.head());
            for (var promise : issue.account().promises()) out.write(Csv.line(promise));
        }
        var files = new TreeMap<String, Hash>();
        for (var name : List.of(JSON, CSV)) files.put(name, Archive.hash(at.resolve(name)));
        return files;
    }

    private Edition record(Path at, int number, SortedMap<String, Hash> files) throws IOException {
        var last = archive.last();
        var changes = last == null ? List.<EditionChange>of() : changes(last, at);
        var terms = issue.account().terms();
        var schedule = terms == null ? null : new Schedule(terms);
        var edition = new Edition(
                issue.account().founding().compact(),
                issue.account().publisher(),
                number,
                issue.day(),
                last == null ? null : last.hash(),
                schedule == null ? null : schedule.lastDue(issue.day()).orElse(null),
                schedule != null && schedule.late(issue.day()) && !isServed(schedule, last),
                schedule == null ? List.of() : schedule.missed(served(last), issue.day()),
                issue.logs(),
                files,
                issue.account().figures(issue.day()),
                changes.subList(0, Math.min(changes.size(), EditionChange.MOST)),
                changes.size());
        Files.write(at.resolve(Archive.RECORD), edition.bytes());
        return edition;
    }

    private static Optional<LocalDate> served(@Nullable Edition last) {
        return last == null ? Optional.empty() : Optional.ofNullable(last.due());
    }

    /** Whether an earlier edition came for the day that this one is due for: then this one is not late, but one more. */
    private boolean isServed(Schedule schedule, @Nullable Edition last) {
        return last != null
                && Objects.equals(last.due(), schedule.lastDue(issue.day()).orElse(null));
    }

    private List<EditionChange> changes(Edition last, Path at) throws IOException {
        var json = JsonMapper.shared();
        try (var before = Files.newInputStream(
                        place.resolve(Archive.of(last.number())).resolve(JSON));
                var after = Files.newInputStream(at.resolve(JSON))) {
            return EditionChange.between(json.readTree(before), json.readTree(after));
        }
    }

    /** The very files: a link, where the file system has them. */
    private void takeOver(Edition edition) throws IOException {
        var from = place.resolve(Archive.of(edition.number()));
        var to = Files.createDirectories(aside.resolve(Archive.of(edition.number())));
        var names = new ArrayList<>(edition.files().keySet());
        names.add(Archive.RECORD);
        for (var name : names) {
            try {
                Files.createLink(to.resolve(name), from.resolve(name));
            } catch (UnsupportedOperationException | IOException noLinks) {
                Files.copy(from.resolve(name), to.resolve(name));
            }
        }
    }

    /** All of it is on the disk before it is the site, or a loss of power could leave pages without their words and no old ones. */
    private void putInPlace() throws IOException {
        disk.settle(aside);
        if (Files.exists(place)) disk.exchange(aside, place);
        else Files.move(aside, place, StandardCopyOption.ATOMIC_MOVE);
        disk.settle(place); // the old one goes only when the new one is there to stay
        FileSystemUtils.deleteRecursively(aside);
    }
}
