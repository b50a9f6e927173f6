package acorde.node;

import java.util.concurrent.Callable;
import picocli.CommandLine;
import picocli.CommandLine.Command;

/** Reads the command line. Every fault a person can mend is one sentence and exit code 2; only bugs show their stack. */
@Command(
        name = "acorde",
        subcommands = {NodeCommand.class, Demo.class, Verify.class, ReplayCommand.class, PublishCommand.class},
        description = "Turns a signed memorandum into running cooperation.",
        synopsisSubcommandLabel = "COMMAND")
public final class Main implements Callable<Integer> {
    private Main() {}

    public static void main(String[] args) {
        System.exit(line().execute(args));
    }

    static CommandLine line() {
        return new CommandLine(new Main()).setExecutionExceptionHandler((fault, line, parsed) -> {
            if (!(fault instanceof Refusal) && !Refusal.speaksForItself(fault)) throw fault;
            line.getErr().println("acorde: " + fault.getMessage());
            return 2;
        });
    }

    @Override
    public Integer call() {
        CommandLine.usage(this, System.err);
        return 2;
    }
}
