package io.gatewayping.broker;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Takes contracts. Recorded: published, published again, conflict. The 400 and the notices of a version without branch or
 * of changed content under a tag are worded as pact_broker's own approval files and messages have them.
 */
final class Publishing {

    private static final String REPLACED = "Replaced by notices";

    private final Memory memory;
    private final Hal hal;

    Publishing(Memory memory, Hal hal) {
        this.memory = memory;
        this.hal = hal;
    }

    /** POST /contracts/publish. */
    Reply contracts(JsonNode told) {
        Map<String, List<String>> errors = errors(told);
        if (!errors.isEmpty()) {
            return Reply.hal(400, document(errors));
        }
        String consumer = told.get("pacticipantName").asText();
        String number = told.get("pacticipantVersionNumber").asText();
        ObjectNode conflict = JsonNodeFactory.instance.objectNode();
        for (JsonNode contract : told.get("contracts")) {
            String provider = contract.get("providerName").asText();
            JsonNode content = content(contract).orElseThrow();
            memory.pact(consumer, number, provider)
                    .filter(it -> !it.sha().equals(Content.sha(content)))
                    .ifPresent(it -> {
                        String message = conflictMessage(it);
                        ArrayNode notices = conflict.withArray("notices");
                        notices.addObject().put("type", "error").put("text", message);
                        notices.addObject().put("type", "info").put("text", Content.difference(it.content(), content));
                        conflict.withObject("/errors").withArray("contracts").add(message);
                    });
        }
        return conflict.isEmpty() ? accepted(told, consumer, number) : Reply.json(409, conflict);
    }

    /** PUT of one pact by the older link. */
    Reply pact(String provider, String consumer, String number, JsonNode content) {
        Optional<Memory.Pact> before = memory.pact(consumer, number, provider);
        if (before.isPresent() && !before.get().sha().equals(Content.sha(content))) {
            return Reply.error(409, conflictMessage(before.get()));
        }
        Memory.Pact pact = memory.publish(memory.version(consumer, number), provider, content);
        String metadata = Urls.metadata("cvn=" + Urls.encoded(number));
        return before.isPresent()
                ? Reply.hal(200, hal.pact(pact, metadata))
                : Reply.created(hal.pact(pact, metadata), hal.url(pact));
    }

    private static String conflictMessage(Memory.Pact pact) {
        return "Cannot change the content of the pact for " + pact.consumer().pacticipant + " version "
                + pact.consumer().number + " and provider " + pact.provider()
                + ", as race conditions will cause unreliable results for can-i-deploy. Each pact must be published with"
                + " a unique consumer version number. Some Pact libraries generate random data when a concrete value for"
                + " a type matcher is not specified, and this can cause the contract to mutate - ensure you have given"
                + " example values for all type matchers. For more information see https://docs.pact.io/go/versioning";
    }

    private Reply accepted(JsonNode told, String consumer, String number) {
        boolean known = memory.known(consumer, number).isPresent();
        Memory.Version version = memory.version(consumer, number);
        String branch = told.path("branch").asText("");
        Set<String> tags = new LinkedHashSet<>();
        told.path("tags").forEach(tag -> tags.add(tag.asText()));
        ArrayNode notices = JsonNodeFactory.instance.arrayNode();
        notice(
                notices,
                "debug",
                (known ? "Updated " : "Created ") + consumer + " version " + number
                        + (branch.isEmpty() ? "" : " with branch " + branch)
                        + (tags.isEmpty() ? "" : (branch.isEmpty() ? " with" : " and") + " tags ")
                        + String.join(", ", tags));
        version.buildUrl = told.path("buildUrl").asText(version.buildUrl);
        if (branch.isEmpty()) {
            notice(
                    notices,
                    "prompt",
                    "  Next steps:\n    Configure the version branch to be the value of your repository branch.");
        } else {
            memory.branch(version, branch);
        }
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode contracts = document.withObject("/_links").putArray("pb:contracts");
        for (JsonNode contract : told.get("contracts")) {
            String provider = contract.get("providerName").asText();
            boolean republished = memory.pact(consumer, number, provider).isPresent();
            JsonNode content = content(contract).orElseThrow();
            String changes = republished ? "" : changes(consumer, provider, Content.sha(content), tags);
            Memory.Pact pact = memory.publish(version, provider, content);
            announce(notices, pact, republished, changes);
            contracts.add(Hal.link(hal.url(pact), "Pact", Hal.name(pact)));
        }
        tags.forEach(tag -> version.tags.putIfAbsent(tag, Memory.now()));
        if (!memory.notice.isEmpty()) {
            notice(notices, "info", memory.notice);
        }
        return Reply.hal(200, published(document, version, tags, notices));
    }

    private void announce(ArrayNode notices, Memory.Pact pact, boolean republished, String changes) {
        String parties = " for " + pact.consumer().pacticipant + " version " + pact.consumer().number + " and provider "
                + pact.provider();
        notice(
                notices,
                "success",
                republished
                        ? "Pact successfully republished" + parties + " with no content changes."
                        : "Pact successfully published" + parties + ".");
        notice(notices, "debug", "  View the published pact at " + hal.url(pact));
        notice(notices, "debug", "  Events detected: contract_published" + changes);
        notice(notices, "prompt", "  Next steps:");
        if (memory.results(pact).findAny().isEmpty()) {
            notice(
                    notices,
                    "prompt",
                    "    * Add Pact verification tests to the " + pact.provider()
                            + " build. See https://docs.pact.io/go/provider_verification");
        }
        notice(
                notices,
                "prompt",
                "    * Configure separate " + pact.provider()
                        + " pact verification build and webhook to trigger it when the pact content changes. See"
                        + " https://docs.pact.io/go/webhooks");
    }

    /** Since when the content is another: told for each tag, or once without tags. */
    private String changes(String consumer, String provider, String sha, Set<String> tags) {
        List<String> comments = new ArrayList<>();
        for (String tag : tags) {
            newest(consumer, provider, it -> it.tags.containsKey(tag))
                    .ifPresentOrElse(
                            before -> {
                                if (!before.sha().equals(sha)) {
                                    comments.add("pact content has changed since the last consumer version tagged with "
                                            + tag);
                                }
                            },
                            () -> comments.add(
                                    "first time any pact published for this consumer with consumer version tagged "
                                            + tag));
        }
        if (tags.isEmpty()) {
            newest(consumer, provider, it -> it.tags.isEmpty())
                    .ifPresentOrElse(
                            before -> {
                                if (!before.sha().equals(sha)) {
                                    comments.add("pact content has changed since previous untagged version");
                                }
                            },
                            () -> comments.add("first time untagged pact published"));
        }
        return comments.isEmpty() ? "" : ", contract_content_changed (" + String.join(", ", comments) + ")";
    }

    private Optional<Memory.Pact> newest(String consumer, String provider, Predicate<Memory.Version> among) {
        return Memory.newest(memory.pacts.stream()
                .filter(it -> it.consumer().pacticipant.equals(consumer)
                        && it.provider().equals(provider)
                        && among.test(it.consumer())));
    }

    private JsonNode published(ObjectNode document, Memory.Version version, Set<String> tags, ArrayNode notices) {
        ArrayNode logs = document.putArray("logs");
        notices.forEach(it -> logs.addObject()
                .put("level", it.get("type").asText())
                .put("message", it.get("text").asText())
                .put("deprecationWarning", REPLACED));
        document.set("notices", notices);
        String pacticipant = hal.url(Urls.path("pacticipants", version.pacticipant));
        ObjectNode embedded = document.putObject("_embedded");
        embedded.putObject("pacticipant")
                .put("name", version.pacticipant)
                .putObject("_links")
                .putObject("self")
                .put("href", pacticipant);
        embedded.set("version", hal.embedded(version));
        ObjectNode links = (ObjectNode) document.get("_links");
        links.set("pb:pacticipant", Hal.link(pacticipant, "Pacticipant", version.pacticipant));
        links.set("pb:pacticipant-version", Hal.link(hal.url(version), "Pacticipant version", version.number));
        ArrayNode tagged = links.putArray("pb:pacticipant-version-tags");
        tags.forEach(tag -> tagged.add(Hal.link(hal.url(version) + Urls.path("tags", tag), "Tag", tag)));
        return document;
    }

    private static void notice(ArrayNode notices, String type, String text) {
        notices.addObject().put("type", type).put("text", text);
    }

    private static Map<String, List<String>> errors(JsonNode told) {
        Map<String, List<String>> errors = new LinkedHashMap<>();
        for (String name : List.of("pacticipantName", "pacticipantVersionNumber", "contracts")) {
            if (!told.has(name)) {
                errors.put(name, List.of("is missing"));
            } else if (told.get(name).isValueNode() && told.get(name).asText().isBlank()) {
                errors.put(name, List.of("can't be blank"));
            }
        }
        List<String> contracts = new ArrayList<>();
        int index = 0;
        for (JsonNode contract : told.path("contracts")) {
            String place = " (at index " + index++ + ")";
            problems(contract, told.path("pacticipantName").asText()).forEach(it -> contracts.add(it + place));
        }
        if (!contracts.isEmpty()) {
            errors.put("contracts", contracts);
        }
        return errors;
    }

    private static List<String> problems(JsonNode contract, String pacticipant) {
        List<String> problems = new ArrayList<>();
        for (String name : List.of("consumerName", "providerName", "content", "contentType", "specification")) {
            if (!contract.has(name)) {
                problems.add(name + " is missing");
            }
        }
        if (contract.has("consumerName")
                && !contract.get("consumerName").asText().equals(pacticipant)) {
            problems.add("consumerName ('" + contract.get("consumerName").asText() + "') must match pacticipantName ('"
                    + pacticipant + "')");
        }
        Optional<JsonNode> content = contract.has("content") ? content(contract) : Optional.empty();
        if (contract.has("content") && content.isEmpty()) {
            problems.add("content could not be parsed as JSON");
        }
        for (String role : List.of("consumer", "provider")) {
            String told = contract.path(role + "Name").asText();
            String inContent = content.map(it -> it.at("/" + role + "/name"))
                    .map(JsonNode::asText)
                    .orElse("");
            if (!inContent.isEmpty() && !told.isEmpty() && !inContent.equals(told)) {
                problems.add(role + " name in contract content ('" + inContent + "') must match " + role
                        + "Name in contract params ('" + told + "')");
            }
        }
        return problems;
    }

    private static Optional<JsonNode> content(JsonNode contract) {
        try {
            byte[] content =
                    Base64.getMimeDecoder().decode(contract.get("content").asText());
            return Optional.of(Recording.JSON.readTree(content)).filter(JsonNode::isObject);
        } catch (JsonProcessingException | IllegalArgumentException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static JsonNode document(Map<String, List<String>> errors) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.set("errors", Recording.JSON.valueToTree(errors));
        return document;
    }
}
