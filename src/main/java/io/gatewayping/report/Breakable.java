package io.gatewayping.report;

import gg.jte.Content;
import java.util.regex.Pattern;

/**
 * A text with long names in it, such as ids of clauses, for a narrow page: a line may end behind what joins the words of a
 * name, and so need not end within a word. What is copied is the text.
 */
final class Breakable {

    /** Not within a number, nor behind what begins an option. */
    private static final Pattern JOINED = Pattern.compile("(?<=[\\w*]/)(?=[\\w*])|(?<=\\w[.-])(?=[A-Za-z])");

    private Breakable() {}

    static Content of(String text) {
        return output -> {
            String between = "";
            for (String part : JOINED.split(text, -1)) {
                output.writeContent(between);
                // What is the user's is escaped as it is anywhere else.
                output.writeUserContent(part);
                between = "<wbr>";
            }
        };
    }
}
