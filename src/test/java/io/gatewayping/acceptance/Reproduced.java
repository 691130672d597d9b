package io.gatewayping.acceptance;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Pastes the commands of findings into a shell and holds what they print against what the gate saw. */
final class Reproduced {

    private static final Pattern ANSWER =
            Pattern.compile("(?s)HTTP/1\\.1 (\\d+)[^\\n]*\\n(?:[^\\r\\n]+\\r?\\n)*\\r?\\n(.*?)(?=\\nHTTP/1\\.1 |\\z)");

    /** The clauses of which a finding was shown again: their commands are made alike. */
    private static final Set<String> SHOWN = ConcurrentHashMap.newKeySet();

    private Reproduced() {}

    /**
     * The findings that their commands do not show again, each with what they show instead; the first of each clause, or with
     * {@code -Dwhole} all of them.
     */
    static List<String> misses(Path reports, String token) throws IOException {
        JsonNode verdict =
                JsonMapper.shared().readTree(reports.resolve("verdict.json").toFile());
        JsonNode entries = JsonMapper.shared()
                .readTree(reports.resolve("exchanges.har").toFile())
                .path("log")
                .path("entries");
        List<String> misses = new ArrayList<>();
        for (JsonNode finding : verdict.path("findings")) {
            String clause = finding.path("clause").asString();
            if (SHOWN.contains(clause) && !Concerned.WHOLE) {
                continue;
            }
            int last = finding.path("shownBy").path(0).path("exchange").asInt(-1);
            List<String> seen = seen(entries, last);
            List<String> again = again(finding.path("curl").asString(), token);
            if (isLike(again, seen)) {
                SHOWN.add(clause);
            } else {
                misses.add(clause + "\n" + finding.path("curl").asString() + "\nseen: " + seen + "\nagain: " + again);
            }
        }
        return misses;
    }

    /** What the gate saw has {@code $TOKEN} for whatever stood for a token. */
    private static boolean isLike(List<String> again, List<String> seen) {
        String form = "(?s)\\Q" + String.join("\n", seen).replace("$TOKEN", "\\E.+?\\Q") + "\\E";
        return String.join("\n", again).matches(form);
    }

    /** What the scenario of an exchange was answered, up to this one. */
    private static List<String> seen(JsonNode entries, int last) {
        List<String> seen = new ArrayList<>();
        JsonNode scenario = entries.path(last).path("pageref");
        for (int index = 0; index <= last; index++) {
            if (entries.path(index).path("pageref").equals(scenario)) {
                JsonNode response = entries.path(index).path("response");
                seen.add(response.path("status").asInt() + " " + body(response.path("content")));
            }
        }
        return seen;
    }

    private static String body(JsonNode content) {
        byte[] bytes = content.path("encoding").isMissingNode()
                ? content.path("text").asString().getBytes(StandardCharsets.UTF_8)
                : Base64.getDecoder().decode(content.path("text").asString());
        return new String(bytes, StandardCharsets.ISO_8859_1).stripTrailing();
    }

    private static List<String> again(String commands, String token) throws IOException {
        Process shell = new ProcessBuilder("sh", "-c", commands)
                .redirectErrorStream(true)
                .start();
        String out = new String(shell.getInputStream().readAllBytes(), StandardCharsets.ISO_8859_1);
        List<String> again = new ArrayList<>();
        Matcher answer = ANSWER.matcher(out.replace(token, "$TOKEN"));
        // The answers to state changes come before, without their heads.
        while (answer.find()) {
            again.add(answer.group(1) + " " + answer.group(2).stripTrailing());
        }
        return again;
    }
}
