package io.gatewayping.contract;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.common.SpecVersion;
import org.snakeyaml.engine.v2.events.AliasEvent;
import org.snakeyaml.engine.v2.events.CollectionEndEvent;
import org.snakeyaml.engine.v2.events.CollectionStartEvent;
import org.snakeyaml.engine.v2.events.DocumentStartEvent;
import org.snakeyaml.engine.v2.events.Event;
import org.snakeyaml.engine.v2.events.MappingStartEvent;
import org.snakeyaml.engine.v2.events.NodeEvent;
import org.snakeyaml.engine.v2.events.ScalarEvent;
import org.snakeyaml.engine.v2.exceptions.Mark;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.ReaderException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/**
 * Holds a text to the YAML that every reader reads alike: one document of what JSON has, with less to write. What one takes
 * for a number, a date or a truth value and another for text is refused, as are anchors, tags and merge keys.
 */
final class PlainYaml {

    private static final int DEEPEST = 500;
    private static final int MOST_DIGITS = 1_000;
    private static final String MORE_THAN_IS_READ = "more than is read of YAML, which is 500 levels and 1000 digits";

    private static final Pattern NUMBER = Pattern.compile("-?(?:0|[1-9][0-9]*)(?:\\.[0-9]+)?(?:[eE]([-+]?[0-9]+))?");

    private static final Pattern NO_NUMBER = Pattern.compile("[-+]?\\.(?:inf|Inf|INF)|\\.(?:nan|NaN|NAN)");

    /** What YAML 1.1 or the core schema of 1.2 reads as something else than text. */
    private static final Pattern AMBIGUOUS = Pattern.compile("~|(?i:true|false|yes|no|on|off|null)"
            + "|[-+]?0[xX][0-9a-fA-F_]+|[-+]?0[bB][01_]+|0[oO][0-7]+"
            + "|[-+]?[0-9][0-9_]*(?:\\.[0-9_]*)?(?:[eE][-+]?[0-9]+)?|[-+]?\\.[0-9][0-9_]*(?:[eE][-+]?[0-9]+)?"
            + "|[-+]?[0-9][0-9_]*(?::[0-5]?[0-9])+(?:\\.[0-9_]*)?"
            + "|[0-9]{4}-[0-9]{1,2}-[0-9]{1,2}(?:(?:[Tt]|[ \\t]+)[0-9]{1,2}:[0-9]{2}:[0-9]{2}.*)?");

    private static final Set<String> OF_JSON = Set.of("", "true", "false", "null");

    private final String file;
    private final Deque<Level> levels = new ArrayDeque<>();
    private int documents;

    /** A mapping, or a sequence, in which no name is read. */
    private static final class Level {
        private final String place;
        private final Set<String> names = new HashSet<>();
        private final boolean isMapping;
        private boolean isNamed;
        private String next = "";
        private int items;

        Level(String place, boolean isMapping) {
            this.place = place;
            this.isMapping = isMapping;
        }

        String place() {
            return isMapping ? place + next : place + "/" + items;
        }

        boolean awaitsName() {
            return isMapping && !isNamed;
        }

        void passed() {
            isNamed = false;
            items++;
        }
    }

    private PlainYaml(String file) {
        this.file = file;
    }

    /** Throws {@link InvalidContract} for the first thing that is none. */
    static void check(String file, String text) {
        try {
            PlainYaml yaml = new PlainYaml(file);
            for (Event event : new Parse(LoadSettings.builder().build()).parseString(text)) {
                yaml.read(event);
            }
        } catch (MarkedYamlEngineException e) {
            int line = e.getProblemMark().map(Mark::getLine).orElse(0) + 1;
            throw new InvalidContract(file, "line " + line, "no YAML: " + e.getProblem());
        } catch (ReaderException e) {
            long line = text.codePoints()
                            .limit(e.getPosition())
                            .filter(c -> c == '\n')
                            .count()
                    + 1;
            throw new InvalidContract(file, "line " + line, "no YAML: " + e.getMessage());
        } catch (YamlEngineException e) {
            throw new InvalidContract(file, "/", "no YAML: " + e.getMessage());
        }
    }

    private void read(Event event) {
        if (event instanceof DocumentStartEvent start) {
            document(start);
        } else if (event instanceof AliasEvent) {
            throw invalid("anchors and aliases are not read; write it out");
        } else if (event instanceof CollectionEndEvent) {
            levels.pop();
            passed();
        } else if (event instanceof NodeEvent node) {
            node(node);
        }
    }

    private void document(DocumentStartEvent start) {
        if (++documents > 1) {
            int line = start.getStartMark().map(Mark::getLine).orElse(0) + 1;
            throw new InvalidContract(file, "line " + line, "a second document begins; a contract is one");
        }
        boolean isOfToday = start.getSpecVersion()
                .map(SpecVersion::getMinor)
                .map(minor -> minor == 2)
                .orElse(true);
        if (!isOfToday || !start.getTags().isEmpty()) {
            throw invalid("a directive that changes what YAML means is not read");
        }
    }

    private void node(NodeEvent node) {
        Optional<String> tag = node instanceof ScalarEvent scalar
                ? scalar.getTag()
                : node instanceof CollectionStartEvent start ? start.getTag() : Optional.empty();
        if (!levels.isEmpty() && levels.peek().awaitsName()) {
            name(node);
        }
        if (node.getAnchor().isPresent()) {
            throw invalid("anchors and aliases are not read; write it out");
        }
        if (tag.isPresent()) {
            throw invalid("tags are not read; a text stands in quotes, all else as JSON has it");
        }
        if (node instanceof CollectionStartEvent start) {
            levels.push(new Level(place(), start instanceof MappingStartEvent));
            if (levels.size() > DEEPEST) {
                int line = start.getStartMark().map(Mark::getLine).orElse(0) + 1;
                throw new InvalidContract(file, "line " + line, MORE_THAN_IS_READ);
            }
        } else if (node instanceof ScalarEvent scalar) {
            scalar(scalar);
        }
    }

    private void name(NodeEvent node) {
        Level level = levels.element();
        if (!(node instanceof ScalarEvent scalar)) {
            throw invalid("a member's name is text, and neither a list nor members");
        }
        level.next = Document.segment(scalar.getValue());
        if (scalar.isPlain() && scalar.getValue().equals("<<")) {
            throw invalid("merge keys are not read; write it out");
        }
        whole(scalar.getValue());
        if (!level.names.add(scalar.getValue())) {
            throw invalid("it is named twice");
        }
    }

    private void scalar(ScalarEvent scalar) {
        Level level = levels.peek();
        if (level != null && level.awaitsName()) {
            level.isNamed = true;
            return;
        }
        if (scalar.isPlain()) {
            plain(scalar.getValue());
        } else {
            whole(scalar.getValue());
        }
        passed();
    }

    private void whole(String value) {
        if (HalfCharacter.isIn(value)) {
            throw invalid(HalfCharacter.WORDS);
        }
    }

    private void plain(String value) {
        if (isTooLong(value)) {
            throw invalid(MORE_THAN_IS_READ);
        }
        if (NO_NUMBER.matcher(value).matches()) {
            throw invalid("a number that JSON does not have: " + value);
        }
        if (!NUMBER.matcher(value).matches()
                && !OF_JSON.contains(value)
                && AMBIGUOUS.matcher(value).matches()) {
            throw invalid(
                    "text to some readers and something else to others; text stands in quotes, all else as JSON has it: "
                            + value);
        }
    }

    /** Whether something is a number of more digits, or of a larger exponent, than anybody reckons with. */
    static boolean isTooLong(String value) {
        Matcher number = NUMBER.matcher(value);
        return number.matches()
                && (value.length() > MOST_DIGITS || (number.group(1) != null && !isShort(number.group(1))));
    }

    private static boolean isShort(String exponent) {
        return exponent.replaceFirst("^[-+]?0*", "").length() < 5
                && Math.abs(Integer.parseInt(exponent)) <= MOST_DIGITS;
    }

    private void passed() {
        if (!levels.isEmpty()) {
            levels.peek().passed();
        }
    }

    private String place() {
        return levels.isEmpty() ? "" : levels.peek().place();
    }

    private InvalidContract invalid(String reason) {
        String place = place();
        return new InvalidContract(file, place.isEmpty() ? "/" : place, reason);
    }
}
