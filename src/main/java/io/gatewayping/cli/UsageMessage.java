package io.gatewayping.cli;

import java.util.List;
import java.util.regex.Pattern;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** What is said of arguments that cannot be used. One that no option asked for may be a token, and is not shown. */
final class UsageMessage {

    private static final Pattern OPTION = Pattern.compile("--?[a-z]{1,12}(-[a-z]{1,12}){0,3}");
    private static final Pattern WORD = Pattern.compile("[a-z]{1,12}(-[a-z]{1,12}){0,3}");

    private UsageMessage() {}

    static String of(ParameterException failure) {
        if (failure instanceof UnmatchedArgumentException unmatched
                && !unmatched.getUnmatched().stream().allMatch(UsageMessage::isShown)) {
            return unmatched(unmatched.getUnmatched());
        }
        // Where it stands is counted in another way than a user would.
        return Secrets.hidden(
                String.valueOf(failure.getMessage()).replaceFirst("^(Unmatched argument) at index \\d+", "$1"));
    }

    private static boolean isShown(String argument) {
        return OPTION.matcher(argument).matches() || WORD.matcher(argument).matches();
    }

    private static String unmatched(List<String> arguments) {
        List<String> options = arguments.stream()
                .map(argument -> argument.split("=", 2)[0])
                .filter(name -> OPTION.matcher(name).matches())
                .map(name -> "'" + name + "'")
                .toList();
        return (options.isEmpty()
                        ? "Unmatched argument"
                        : "Unknown option" + (options.size() == 1 ? ": " : "s: ") + String.join(", ", options))
                + " (what else was given is not shown: it may be a token)";
    }
}
