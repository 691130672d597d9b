package io.gatewayping.cli;

import java.util.stream.Collectors;
import tools.jackson.core.JacksonException;

/** What is wrong with a text that should be YAML, in one line. */
final class YamlFault {

    private static final int LINES = 2;

    private YamlFault() {}

    static String words(JacksonException fault) {
        return words(String.valueOf(fault.getOriginalMessage()));
    }

    /** The same of what a reader of YAML says of it. */
    static String words(String said) {
        return said.lines().map(String::strip).limit(LINES).collect(Collectors.joining(" "));
    }
}
