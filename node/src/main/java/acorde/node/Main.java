package acorde.node;

import acorde.web.words.Language;
import acorde.web.words.Words;
import ch.qos.logback.classic.Level;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** Reads the command line. Every fault a person can mend is one sentence and exit code 2; only bugs show their stack. */
@Command(
        name = "acorde",
        subcommands = {NodeCommand.class, Demo.class, Verify.class, ReplayCommand.class, PublishCommand.class},
        description = "cli.title")
public final class Main implements Callable<Integer> {
    @Spec
    private CommandSpec spec = CommandSpec.create();

    private Main() {}

    public static void main(String[] args) {
        System.exit(line().execute(args));
    }

    static CommandLine line() {
        return line(System.getenv());
    }

    /** @param environment tells the language of whoever asks */
    static CommandLine line(Map<String, String> environment) {
        var line = new CommandLine(new Main());
        var words = Words.in(language(environment));
        for (var each : line.getSubcommands().values())
            if (each.getCommand() instanceof Speaking command) command.speak(words);
        Usage.speak(line, words);
        line.setParameterExceptionHandler((fault, _) -> {
            var at = fault.getCommandLine();
            at.getErr().println("acorde: " + Usage.sentence(fault, words));
            at.getErr().println(words.say("cli.wrong.help", at.getCommandSpec().qualifiedName()));
            return 2;
        });
        return line.setExecutionExceptionHandler((fault, at, parsed) -> {
            if (!Refusal.isSentence(fault)) throw fault;
            at.getErr().println("acorde: " + Refusal.sentence(fault, words));
            return 2;
        });
    }

    /** What a command says is for a person; what libraries tell of their work is not. */
    static void onlyWhatIsWrong() {
        if (LoggerFactory.getLogger(Logger.ROOT_LOGGER_NAME) instanceof ch.qos.logback.classic.Logger root)
            root.setLevel(Level.WARN);
    }

    /** The language of whoever is at the command line, as POSIX has it; English where it is neither of ours. */
    static Language language(Map<String, String> environment) {
        for (var name : List.of("LC_ALL", "LC_MESSAGES", "LANG")) {
            var value = environment.getOrDefault(name, "");
            if (!value.isEmpty()) return value.startsWith("es") ? Language.ES : Language.EN;
        }
        return Language.EN;
    }

    @Override
    public Integer call() {
        spec.commandLine().usage(System.err);
        return 2;
    }
}
