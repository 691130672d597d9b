package io.gatewayping.cli;

import java.util.Map;
import java.util.regex.Pattern;

/** What must not reach a console: the secrets of this process's environment, and what may be one. */
final class Secrets {

    /** A shorter one may well be a word. */
    private static final int SHORTEST = 8;

    private static final Pattern SECRET = Pattern.compile("(?i).*(TOKEN|PASSW|SECRET|CREDENTIAL|API_?KEY).*");
    private static final Pattern VARIABLE = Pattern.compile("[A-Z]{1,16}\\d{0,3}(_[A-Z]{1,16}\\d{0,3}){0,5}");

    private Secrets() {}

    /** A text with the names of variables in the place of the secrets that they hold. */
    static String hidden(String text) {
        String shown = text;
        for (Map.Entry<String, String> variable : System.getenv().entrySet()) {
            String value = variable.getValue().strip();
            if (value.length() >= SHORTEST && SECRET.matcher(variable.getKey()).matches()) {
                shown = shown.replace(value, "$" + variable.getKey());
            }
        }
        return shown;
    }

    /** Whether a text is so much like the name of a variable that it is no secret. */
    static boolean isVariableName(String text) {
        return VARIABLE.matcher(text).matches();
    }
}
