package io.gatewayping.cli;

import java.util.LinkedHashMap;
import java.util.Map;
import picocli.CommandLine.Model.CommandSpec;

/** The options of a command as a report may tell them, wherever they were given: no user information of a URL is told. */
final class GivenOptions {

    private GivenOptions() {}

    static Map<String, String> of(CommandSpec command) {
        Map<String, String> options = new LinkedHashMap<>();
        command.commandLine()
                .getParseResult()
                .matchedOptions()
                .forEach(option -> options.put(
                        option.longestName(), shown(String.join(" ", option.originalStringValues()))));
        return options;
    }

    private static String shown(String value) {
        return value.replaceAll("://[^/@]*@", "://…@");
    }
}
