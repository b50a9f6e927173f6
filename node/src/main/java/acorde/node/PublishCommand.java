package acorde.node;

import acorde.compact.Founding;
import acorde.postgres.Postgres;
import acorde.publication.Edition;
import acorde.publication.Publication;
import acorde.trust.Charter;
import acorde.trust.KeyRing;
import acorde.trust.Logs;
import acorde.trust.PartyCode;
import acorde.trustlog.Checkpoint;
import acorde.web.press.Issue;
import acorde.web.press.Press;
import acorde.web.press.Published;
import acorde.web.words.Language;
import acorde.web.words.Words;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.springframework.jdbc.BadSqlGrammarException;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Parameters;

/** Writes the public account as a site of plain files. Only reads of the node, which may run meanwhile. */
@Command(name = "publish", description = "cli.about.publish")
final class PublishCommand implements Callable<Integer>, Speaking {
    @Parameters(paramLabel = "cli.label.folder", description = "cli.option.publish.folder")
    private Path directory = Path.of("");

    @Mixin
    private NodeCommand.Data data = new NodeCommand.Data();

    @Mixin
    private NodeCommand.Database database = new NodeCommand.Database();

    private Words words = Words.in(Language.EN);

    @Override
    public void speak(Words those) {
        words = those;
    }

    @Override
    public Integer call() {
        Main.onlyWhatIsWrong();
        var folder = data.folder();
        var charter = folder.charter();
        var founding = Founding.of(charter);
        try (var postgres = database.url == null
                ? Postgres.beside(folder.database(), Node.servers(folder))
                : Postgres.external(database.url)) {
            var logs = new Logs(charter, folder.party(), KeyRing.open(folder.keys()), postgres.readers());
            return told(publish(founding, charter, logs));
        } catch (BadSqlGrammarException nothing) {
            throw new Refusal("cli.no.publish.logs");
        } catch (IOException fault) {
            throw new Refusal("cli.no.publish.written", directory, String.valueOf(fault.getMessage()));
        }
    }

    private Published publish(Founding founding, Charter charter, Logs logs) throws IOException {
        var read = read(charter, logs);
        var sizes = read.entrySet().stream()
                .collect(Collectors.toMap(
                        log -> log.getKey(), log -> log.getValue().size()));
        var publication = Publication.at(founding, logs, sizes);
        var account = publication.account();
        if (publication.faults() > 0) throw new Refusal("cli.no.publish.faults", publication.faults());
        var exercise = charter.content().path("exercise").asBoolean(false);
        return Press.publish(directory, new Issue(account, today(founding, logs), read, exercise));
    }

    /** The date of an edition is nobody's choice, or one that comes late could say it does not. */
    private static LocalDate today(Founding founding, Logs logs) {
        return founding.day(logs.self().party(), Instant.now());
    }

    /** How far each log is read: up to the checkpoint its author signed, so that the account can be held to it. */
    private static SortedMap<PartyCode, Edition.Log> read(Charter charter, Logs logs) {
        var read = new TreeMap<PartyCode, Edition.Log>();
        for (var place : charter.places()) {
            var note = logs.state(place.party()).note();
            if (note == null) continue;
            var checkpoint = Checkpoint.parse(note.text());
            read.put(
                    place.party(),
                    new Edition.Log(
                            checkpoint.size(), checkpoint.root(), new String(note.bytes(), StandardCharsets.UTF_8)));
        }
        if (read.isEmpty()) throw new Refusal("cli.no.publish.empty");
        return read;
    }

    private int told(Published published) {
        return switch (published) {
            case Published.Refused(var why) ->
                throw new Refusal("cli.no.as.said", (Refusal.Within) said -> why.in(said.language()));
            case Published.Done(var edition, var isNew) -> {
                System.out.println(
                        isNew
                                ? words.say(
                                        "cli.publish.done",
                                        edition.number(),
                                        edition.date(),
                                        directory,
                                        "sha256:" + edition.hash().hex())
                                : words.say("cli.publish.same", edition.number(), edition.date()));
                edition.missed().forEach(due -> System.out.println("  " + words.say("cli.publish.missing", due)));
                yield 0;
            }
        };
    }
}
