package io.gatewayping.report;

import io.gatewayping.contract.JsonBody;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Response;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import tools.jackson.databind.JsonNode;

/**
 * An answer as text, with the place of a finding in it.
 *
 * @param before what stands before the place
 * @param marked what stands there, empty when nothing does
 * @param after what stands behind it
 */
record MarkedAnswer(String before, String marked, String after) {

    private static final int LINE = 500;

    /** The whole answer, bounded. */
    static String whole(Response response, int length) {
        return bounded(head(response) + "\n" + body(response), length);
    }

    /**
     * An answer with a place in it.
     *
     * @param around how much of it is shown before the place, of the place, and behind it
     */
    static MarkedAnswer of(Response response, String place, int around) {
        if (place.equals("status")) {
            String rest = head(response);
            String line = rest.lines().findFirst().orElse("");
            return new MarkedAnswer("", line, rest.substring(line.length()) + "\n" + bounded(body(response), around));
        }
        if (place.startsWith("header ")) {
            return header(response, place.substring("header ".length()), around);
        }
        JsonNode body = JsonBody.parse(response.body()).value();
        if (body == null || !place.startsWith("/")) {
            return new MarkedAnswer("HTTP " + response.status() + "\n\n", bounded(body(response), 2 * around), "");
        }
        Printer printer = new Printer(body.at(place).isMissingNode() ? parent(place) : place);
        printer.print("", "", body);
        return printer.marked("HTTP " + response.status() + "\n\n", around);
    }

    private static MarkedAnswer header(Response response, String name, int around) {
        StringBuilder before = new StringBuilder("HTTP " + response.status() + "\n");
        StringBuilder marked = new StringBuilder();
        StringBuilder after = new StringBuilder();
        for (Map.Entry<String, List<String>> header : response.headers().entrySet()) {
            boolean here = header.getKey().equalsIgnoreCase(name);
            StringBuilder part = here ? marked : marked.isEmpty() ? before : after;
            header.getValue().forEach(value -> part.append(line(header.getKey(), value)));
        }
        return new MarkedAnswer(before.toString(), marked.toString(), after + "\n" + bounded(body(response), around));
    }

    private static String head(Response response) {
        return "HTTP " + response.status() + "\n"
                + response.headers().entrySet().stream()
                        .flatMap(header -> header.getValue().stream().map(value -> line(header.getKey(), value)))
                        .collect(Collectors.joining());
    }

    private static String line(String name, String value) {
        return Excerpt.of(name) + ": " + Excerpt.of(value, LINE) + "\n";
    }

    private static String body(Response response) {
        JsonNode body = JsonBody.parse(response.body()).value();
        if (body == null) {
            return response.text()
                    .lines()
                    .limit(200)
                    .map(line -> Excerpt.of(line, LINE))
                    .collect(Collectors.joining("\n"));
        }
        Printer printer = new Printer("/\u0000");
        printer.print("", "", body);
        return printer.text.toString();
    }

    private static String bounded(String text, int length) {
        return text.length() <= length
                ? text
                : Excerpt.beginning(text, length) + "\n… (" + text.length() + " characters)";
    }

    private static String parent(String place) {
        return place.substring(0, Math.max(0, place.lastIndexOf('/')));
    }

    /** Prints JSON, one value in a line, and notes where one place begins and ends. */
    private static final class Printer {

        private static final int ENOUGH = 200_000;

        private final StringBuilder text = new StringBuilder();
        private final String place;
        private int from = -1;
        private int to = -1;

        Printer(String place) {
            this.place = place;
        }

        void print(String at, String indent, JsonNode value) {
            if (at.equals(place)) {
                from = text.length();
            }
            if (text.length() > ENOUGH) {
                text.append('…');
            } else if (value.isObject() && !value.isEmpty()) {
                members(at, indent, value);
            } else if (value.isArray() && !value.isEmpty()) {
                items(at, indent, value);
            } else {
                text.append(Excerpt.of(value.toString(), LINE));
            }
            if (at.equals(place)) {
                to = text.length();
            }
        }

        private void members(String at, String indent, JsonNode value) {
            text.append("{\n");
            Iterator<Map.Entry<String, JsonNode>> members = value.properties().iterator();
            while (members.hasNext()) {
                Map.Entry<String, JsonNode> member = members.next();
                text.append(indent)
                        .append("  \"")
                        .append(Excerpt.of(member.getKey()))
                        .append("\": ");
                String name = member.getKey().replace("~", "~0").replace("/", "~1");
                print(at + "/" + name, indent + "  ", member.getValue());
                text.append(members.hasNext() ? ",\n" : "\n");
            }
            text.append(indent).append('}');
        }

        private void items(String at, String indent, JsonNode value) {
            text.append("[\n");
            for (int index = 0; index < value.size(); index++) {
                text.append(indent).append("  ");
                print(at + "/" + index, indent + "  ", value.get(index));
                text.append(index < value.size() - 1 ? ",\n" : "\n");
            }
            text.append(indent).append(']');
        }

        MarkedAnswer marked(String head, int around) {
            if (from < 0) {
                return new MarkedAnswer(head + bounded(text.toString(), 2 * around), "", "");
            }
            int start = Excerpt.border(text.toString(), Math.max(0, from - around));
            return new MarkedAnswer(
                    head + (start > 0 ? "…\n" : "") + text.substring(start, from),
                    bounded(text.substring(from, to), around),
                    bounded(text.substring(to), around));
        }
    }
}
