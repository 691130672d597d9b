package io.gatewayping.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;

/**
 * Whether versions go together, from all that was published and verified. Recorded: yes, and unknown for want of a
 * version; the rest follows pact_broker's DeploymentStatusSummary and the texts of its reasons.
 */
final class MatrixResource {

    /** A pact of a consumer version, with the result that counts for it, if there is one. */
    private record Row(Memory.Pact pact, Optional<Memory.Result> result) {

        Optional<Boolean> success() {
            return result.map(Memory.Result::success);
        }
    }

    private static final String ADVICE = "WARN: It is recommended to specify the ";

    private final Memory memory;
    private final Hal hal;
    private final List<Selector> specified;
    private final Set<String> ignored = new LinkedHashSet<>();
    private final Map<String, String> options = new HashMap<>();

    MatrixResource(Memory memory, Hal hal, String query) {
        this.memory = memory;
        this.hal = hal;
        List<Map.Entry<String, String>> pairs = Urls.query(query);
        specified = Selector.read(pairs, "q");
        Selector.read(pairs, "ignore").forEach(it -> ignored.add(it.pacticipant()));
        pairs.stream().filter(it -> !it.getKey().contains("[")).forEach(it -> options.put(it.getKey(), it.getValue()));
    }

    Reply reply() {
        List<String> errors = errors();
        if (errors.isEmpty()) {
            return Reply.hal(200, document());
        }
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        errors.forEach(document.putArray("errors")::add);
        return Reply.json(400, document);
    }

    private List<String> errors() {
        List<String> errors = new ArrayList<>();
        if (specified.isEmpty()) {
            errors.add("Please provide 1 or more version selectors.");
        }
        specified.stream()
                .map(Selector::pacticipant)
                .filter(it -> !memory.pacticipants.containsKey(it))
                .forEach(it -> errors.add("Pacticipant " + it + " not found"));
        String environment = options.getOrDefault("environment", "");
        if (!environment.isEmpty() && memory.environment(environment).isEmpty()) {
            errors.add("Environment with name '" + environment + "' does not exist");
        }
        return errors;
    }

    private JsonNode document() {
        List<Selector> missing = specified.stream()
                .filter(it -> !it.open() && it.versions(memory).isEmpty())
                .toList();
        List<Row> rows = missing.isEmpty() ? rows() : List.of();
        List<Row> considered = rows.stream().filter(it -> !ignored(it)).toList();
        long failed = considered.stream()
                .filter(it -> it.success().equals(Optional.of(false)))
                .count();
        long unknown = considered.stream().filter(it -> it.success().isEmpty()).count();
        ArrayNode notices = JsonNodeFactory.instance.arrayNode();
        advice().forEach(it -> notice(notices, "warning", it));
        missing.forEach(it -> notice(
                notices,
                "error",
                it.names("version")
                        ? "No pacts or verifications have been published for version "
                                + it.by().get("version") + " of " + it.pacticipant()
                        : "No version matching " + it.description(Optional.empty()) + " exists"));
        rows.stream()
                .filter(it -> !it.success().equals(Optional.of(true)))
                .forEach(it -> notice(notices, "error", (ignored(it) ? "[IGNORED] " : "") + reason(it)));
        boolean deployable = missing.isEmpty() && failed + unknown == 0;
        if (deployable) {
            notice(
                    notices,
                    "success",
                    considered.isEmpty()
                            ? "There are no missing dependencies"
                            : "All required verification results are published and successful");
        }
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ObjectNode summary = document.putObject("summary");
        summary.put("deployable", missing.isEmpty() && unknown > 0 ? null : (Boolean) deployable);
        List<String> texts = new ArrayList<>();
        notices.forEach(it -> texts.add(it.get("text").asText()));
        summary.put("reason", String.join("\n", texts));
        summary.put("success", considered.size() - failed - unknown)
                .put("failed", failed)
                .put("unknown", unknown);
        if (considered.size() < rows.size()) {
            summary.put("ignored", rows.size() - considered.size());
        }
        document.set("notices", notices);
        ArrayNode matrix = document.putArray("matrix");
        rows.forEach(it -> matrix.add(row(it)));
        return document;
    }

    private List<String> advice() {
        List<String> advice = new ArrayList<>();
        if (specified.size() == 1 && !options.containsKey("environment") && !options.containsKey("tag")) {
            advice.add(
                    ADVICE + "environment into which you are deploying. Without the environment, this result will not"
                            + " be reliable.");
        }
        if (specified.size() == 1 && !specified.get(0).names("version")) {
            advice.add(
                    ADVICE + "version number (rather than the tag or branch) of the pacticipant you wish to deploy to"
                            + " avoid race conditions. Without a version number, this result will not be reliable.");
        }
        return advice;
    }

    private List<Row> rows() {
        List<Row> rows = new ArrayList<>();
        for (Memory.Pact pact : memory.pacts) {
            String consumer = pact.consumer().pacticipant;
            boolean asked = specified.size() == 1
                    ? specified.stream()
                            .anyMatch(it -> it.pacticipant().equals(consumer)
                                    || it.pacticipant().equals(pact.provider()))
                    : specified(consumer).isPresent()
                            && specified(pact.provider()).isPresent();
            if (!asked || !selector(consumer).versions(memory).contains(pact.consumer())) {
                continue;
            }
            List<Memory.Result> counted = counted(pact);
            if (counted.isEmpty()) {
                rows.add(new Row(pact, Optional.empty()));
            }
            counted.forEach(it -> rows.add(new Row(pact, Optional.of(it))));
        }
        return rows;
    }

    /**
     * The results by the provider's versions in question: by each of them with {@code latestby=cvpv}, but by the newest
     * alone with {@code cvp}, which hides what an older one that is deployed too has failed (pact_broker issue 903).
     */
    private List<Memory.Result> counted(Memory.Pact pact) {
        Selector provider = selector(pact.provider());
        List<Memory.Version> versions = provider.versions(memory);
        List<Memory.Result> results = memory.results(pact)
                .filter(it -> provider.open() || versions.contains(it.provider()))
                .toList();
        Map<Integer, Memory.Result> newest = new TreeMap<>();
        results.forEach(it -> newest.put(it.provider().id, it));
        return switch (options.getOrDefault("latestby", "")) {
            case "cvp" -> Memory.newest(newest.values().stream()).stream().toList();
            case "cvpv" -> List.copyOf(newest.values());
            default -> results;
        };
    }

    private Optional<Selector> specified(String pacticipant) {
        return specified.stream()
                .filter(it -> it.pacticipant().equals(pacticipant))
                .findFirst();
    }

    /** What the query says of a pacticipant, or what it says of all that it does not name. */
    private Selector selector(String pacticipant) {
        return specified(pacticipant).orElseGet(() -> {
            Map<String, String> by = new HashMap<>(options);
            by.keySet().retainAll(List.of("environment", "tag", "latest", "branch", "mainBranch"));
            return new Selector(pacticipant, by);
        });
    }

    private boolean ignored(Row row) {
        return ignored.contains(row.pact().consumer().pacticipant)
                || ignored.contains(row.pact().provider());
    }

    private String reason(Row row) {
        Selector provider = selector(row.pact().provider());
        String parties = selector(row.pact().consumer().pacticipant)
                        .description(Optional.of(row.pact().consumer()))
                + " and "
                + provider.description(row.result()
                        .map(Memory.Result::provider)
                        .or(() -> Memory.newest(provider.versions(memory).stream())));
        return row.success().isPresent()
                ? "The verification for the pact between " + parties + " failed"
                : "There is no verified pact between " + parties;
    }

    private JsonNode row(Row row) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        Memory.Pact pact = row.pact();
        document.set("consumer", hal.side(pact.consumer().pacticipant, pact.consumer()));
        document.set(
                "provider",
                hal.side(
                        pact.provider(),
                        row.result().map(Memory.Result::provider).orElse(null)));
        document.putObject("pact")
                .put("createdAt", pact.createdAt())
                .putObject("_links")
                .putObject("self")
                .put("href", hal.url(pact));
        document.putNull("verificationResult");
        row.result().ifPresent(result -> {
            String metadata = Urls.metadata("cvn=" + Urls.encoded(pact.consumer().number));
            document.putObject("verificationResult")
                    .put("success", result.success())
                    .put("verifiedAt", result.createdAt())
                    .putObject("_links")
                    .putObject("self")
                    .put(
                            "href",
                            hal.contentUrl(pact) + "/metadata/" + metadata + "/verification-results/"
                                    + result.number());
        });
        return document;
    }

    private static void notice(ArrayNode notices, String type, String text) {
        boolean said = false;
        for (JsonNode notice : notices) {
            said |= Objects.equals(notice.get("text").asText(), text);
        }
        if (!said) {
            notices.addObject().put("type", type).put("text", text);
        }
    }
}
