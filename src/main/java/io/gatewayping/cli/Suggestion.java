package io.gatewayping.cli;

import io.gatewayping.gate.Meant;
import java.util.Collection;
import java.util.List;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What somebody may have meant. */
final class Suggestion {

    private Suggestion() {}

    /** In words, behind what was wrong; empty where nothing is like it. */
    static String of(ParameterException failure) {
        if (!(failure instanceof UnmatchedArgumentException unmatched)) {
            return "";
        }
        CommandSpec command = failure.getCommandLine().getCommandSpec();
        return unmatched.getUnmatched().stream()
                .map(argument -> argument.split("=", 2)[0])
                .map(name -> Meant.words(name, known(command, name)))
                .filter(words -> !words.isEmpty())
                .findFirst()
                .orElseGet(() -> ofOneLetter(unmatched));
    }

    private static Collection<String> known(CommandSpec command, String name) {
        if (name.startsWith("--")) {
            return command.optionsMap().keySet();
        }
        return name.startsWith("-") ? List.of() : command.subcommands().keySet();
    }

    /** A letter is like every other; what begins with it may be meant. */
    private static String ofOneLetter(UnmatchedArgumentException unmatched) {
        return unmatched.isUnknownOption()
                ? unmatched.getSuggestions().stream()
                        .findFirst()
                        .map(option -> "; did you mean " + option.replaceFirst("=.*", "") + "?")
                        .orElse("")
                : "";
    }
}
