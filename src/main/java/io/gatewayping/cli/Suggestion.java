package io.gatewayping.cli;

import java.util.List;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What somebody may have meant. */
final class Suggestion {

    private Suggestion() {}

    /** In words, behind what was wrong; empty where nothing is like it. */
    static String of(ParameterException failure) {
        return failure instanceof UnmatchedArgumentException unmatched ? words(unmatched.getSuggestions()) : "";
    }

    private static String words(List<String> suggestions) {
        return suggestions.isEmpty()
                ? ""
                : suggestions.stream()
                        .limit(3)
                        .map(name -> name.replaceFirst("=.*", ""))
                        .reduce((first, second) -> first + " or " + second)
                        .map(names -> "; did you mean " + names + "?")
                        .orElse("");
    }
}
