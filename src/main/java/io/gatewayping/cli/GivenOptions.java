package io.gatewayping.cli;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;

/** The options of a command that were given: on the command line, in the environment, or in a file. */
final class GivenOptions {

    private GivenOptions() {}

    static Map<String, String> of(CommandSpec command) {
        Map<String, String> options = new LinkedHashMap<>();
        command.commandLine()
                .getParseResult()
                .matchedOptions()
                .forEach(option -> options.put(option.longestName(), String.join(" ", option.originalStringValues())));
        IDefaultValueProvider configured = command.defaultValueProvider();
        for (OptionSpec option : command.options()) {
            String value = configured == null ? null : value(configured, option);
            if (value != null) {
                options.putIfAbsent(option.longestName(), value.replace(ConfigFile.BETWEEN_VALUES, " "));
            }
        }
        return options;
    }

    /** The name that an option was given by, where it has several. */
    static String spelt(CommandSpec command, String option) {
        List<String> arguments = command.commandLine().getParseResult().originalArgs();
        return Stream.of(command.findOption(option).names())
                .filter(name -> arguments.stream().anyMatch(it -> it.equals(name) || it.startsWith(name + "=")))
                .findFirst()
                .orElse(option);
    }

    private static @Nullable String value(IDefaultValueProvider configured, OptionSpec option) {
        try {
            return configured.defaultValue(option);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
