package acorde.node;

import acorde.web.words.Words;
import java.util.List;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;
import picocli.CommandLine.OverwrittenOptionException;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/**
 * What help says, and what is said of words that a command cannot take, in a language: descriptions and labels in the commands
 * are keys of sentences.
 */
final class Usage {
    private Usage() {}

    static void speak(CommandLine line, Words words) {
        var spec = line.getCommandSpec();
        var usage = spec.usageMessage();
        usage.description(said(usage.description(), "", words))
                .synopsisHeading(words.say("cli.usage") + " ")
                .synopsisSubcommandLabel(words.say("cli.label.command"))
                .commandListHeading("%n" + words.say("cli.commands") + "%n");
        for (var option : List.copyOf(spec.options())) {
            if (option.hidden()) continue;
            spec.remove(option);
            spec.addOption(OptionSpec.builder(option)
                    .paramLabel(label(option, words))
                    .description(said(option.description(), standard(option), words))
                    .build());
        }
        for (var place : List.copyOf(spec.positionalParameters())) {
            spec.remove(place);
            spec.addPositional(PositionalParamSpec.builder(place)
                    .paramLabel(label(place, words))
                    .description(said(place.description(), "", words))
                    .build());
        }
        spec.addOption(OptionSpec.builder("-h", "--help")
                .usageHelp(true)
                .description(words.say("cli.help"))
                .build());
        line.getSubcommands().values().forEach(each -> speak(each, words));
    }

    /** What holds where the option is not given. */
    private static String standard(OptionSpec option) {
        return String.valueOf(option.defaultValue() == null ? option.initialValue() : option.defaultValue());
    }

    private static String label(ArgSpec argument, Words words) {
        return words.knows(argument.paramLabel()) ? words.say(argument.paramLabel()) : argument.paramLabel();
    }

    private static String[] said(String[] keys, String standard, Words words) {
        return List.of(keys).stream().map(key -> words.say(key, standard)).toArray(String[]::new);
    }

    /** What is wrong with the words of a command. */
    static String sentence(ParameterException fault, Words words) {
        var command = fault.getCommandLine().getCommandSpec().qualifiedName();
        return switch (fault) {
            case UnmatchedArgumentException unknown ->
                words.say("cli.wrong.unknown", command, String.join(" ", unknown.getUnmatched()));
            case MissingParameterException missing ->
                words.say(
                        "cli.wrong.missing",
                        command,
                        missing.getMissing().stream().map(Usage::named).collect(Collectors.joining(", ")));
            case OverwrittenOptionException twice ->
                words.say("cli.wrong.twice", command, named(twice.getOverwritten()));
            default ->
                fault.getArgSpec() == null
                        ? words.say("cli.wrong.words", command)
                        : words.say("cli.wrong.value", named(fault.getArgSpec()), String.valueOf(fault.getValue()));
        };
    }

    /** As it is written: {@code --data FOLDER}. */
    private static String named(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option)) return argument.paramLabel();
        return option.longestName() + (option.arity().max() == 0 ? "" : " " + option.paramLabel());
    }
}
