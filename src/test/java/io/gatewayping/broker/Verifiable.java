package io.gatewayping.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * The pacts that a provider is to verify, by the selectors that it sends. The answer without selectors is recorded; the
 * other selectors, pending and work in progress follow pact_broker's verifiable_pact_messages.
 */
final class Verifiable {

    private static final String PENDING_HELP = " Read more at https://docs.pact.io/go/pending";

    /** Why a pact was selected, in short and in full. */
    private record Selected(Memory.Pact pact, String brief, String criterion) {}

    private final Memory memory;
    private final Hal hal;
    private final String provider;
    private final JsonNode told;
    private final String branch;

    Verifiable(Memory memory, Hal hal, String provider, JsonNode told) {
        this.memory = memory;
        this.hal = hal;
        this.provider = provider;
        this.told = told;
        this.branch = told.path("providerVersionBranch").asText("");
    }

    JsonNode document() {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode pacts = document.putObject("_embedded").putArray("pacts");
        Map<String, List<Selected>> byContent = new LinkedHashMap<>();
        selected().forEach(it -> byContent
                .computeIfAbsent(
                        it.pact().consumer().pacticipant + "/" + it.pact().sha(), sha -> new ArrayList<>())
                .add(it));
        byContent.values().forEach(it -> pacts.add(pact(it, false)));
        Map<String, List<Selected>> inProgress = new LinkedHashMap<>();
        inProgress()
                .filter(it -> !byContent.containsKey(
                        it.pact().consumer().pacticipant + "/" + it.pact().sha()))
                .forEach(it -> inProgress
                        .computeIfAbsent(it.pact().sha(), sha -> new ArrayList<>())
                        .add(it));
        inProgress.values().forEach(it -> pacts.add(pact(it, true)));
        document.putObject("_links")
                .putObject("self")
                .put("href", hal.url(Urls.path("pacts", "provider", provider, "for-verification")))
                .put("title", "Pacts to be verified");
        return document;
    }

    private List<Selected> selected() {
        JsonNode selectors = told.path("consumerVersionSelectors");
        if (selectors.isEmpty()) {
            return consumers().stream()
                    .flatMap(it -> memory.pacticipant(it).mainBranch.isEmpty() ? latest(it) : mainBranch(it))
                    .toList();
        }
        List<Selected> selected = new ArrayList<>();
        for (JsonNode selector : selectors) {
            for (String consumer : consumers()) {
                if (selector.path("consumer").asText(consumer).equals(consumer)) {
                    selected(selector, consumer).forEach(selected::add);
                }
            }
        }
        return selected;
    }

    private Stream<Selected> selected(JsonNode selector, String consumer) {
        if (selector.path("mainBranch").asBoolean()) {
            return mainBranch(consumer);
        }
        if (selector.path("matchingBranch").asBoolean()) {
            return branch(consumer, branch);
        }
        if (selector.has("branch")) {
            Stream<Selected> wanted = branch(consumer, selector.get("branch").asText());
            List<Selected> found = wanted.toList();
            return found.isEmpty() && selector.has("fallbackBranch")
                    ? branch(consumer, selector.get("fallbackBranch").asText())
                    : found.stream();
        }
        if (selector.has("tag")) {
            List<Selected> found = tag(selector, consumer, selector.get("tag").asText());
            return found.isEmpty() && selector.has("fallbackTag")
                    ? tag(selector, consumer, selector.get("fallbackTag").asText()).stream()
                    : found.stream();
        }
        if (selector.path("deployedOrReleased").asBoolean()
                || selector.path("deployed").asBoolean()
                || selector.has("environment")) {
            return memory.environments.stream()
                    .map(Memory.Environment::name)
                    .filter(it -> selector.path("environment").asText(it).equals(it))
                    .flatMap(it -> deployed(consumer, it));
        }
        return selector.path("latest").asBoolean() ? latest(consumer) : Stream.empty();
    }

    private Stream<Selected> latest(String consumer) {
        return newest(consumer, it -> true).stream()
                .map(it -> new Selected(
                        it, "latest", "latest version of " + consumer + " that has a pact with " + provider));
    }

    private Stream<Selected> mainBranch(String consumer) {
        String main = memory.pacticipant(consumer).mainBranch;
        return newest(consumer, it -> it.branches.containsKey(main)).stream()
                .map(it -> new Selected(
                        it,
                        "latest from main branch",
                        "latest version of " + consumer + " from the main branch '" + main + "'"));
    }

    private Stream<Selected> branch(String consumer, String name) {
        return newest(consumer, it -> it.branches.containsKey(name)).stream()
                .map(it -> new Selected(
                        it,
                        "latest from branch " + name,
                        "latest version of " + consumer + " from branch '" + name + "'"));
    }

    private List<Selected> tag(JsonNode selector, String consumer, String tag) {
        Predicate<Memory.Version> tagged = it -> it.tags.containsKey(tag);
        if (selector.path("latest").asBoolean()) {
            return newest(consumer, tagged).stream()
                    .map(it -> new Selected(
                            it, "latest with tag " + tag, "latest version of " + consumer + " tagged '" + tag + "'"))
                    .toList();
        }
        return pacts(consumer)
                .filter(it -> tagged.test(it.consumer()))
                .map(it -> new Selected(it, "one of " + tag, "all " + consumer + " versions tagged '" + tag + "'"))
                .toList();
    }

    private Stream<Selected> deployed(String consumer, String environment) {
        return memory.deployed(consumer, environment).stream()
                .flatMap(version -> memory.pact(consumer, version.number, provider).stream())
                .map(it -> new Selected(
                        it,
                        "deployed to " + environment,
                        "version(s) of " + consumer + " currently deployed to " + environment));
    }

    /** The newest pact of each branch that no version of the provider's branch has verified yet. */
    private Stream<Selected> inProgress() {
        String since = told.path("includeWipPactsSince").asText("");
        if (since.isEmpty() || !includesPending()) {
            return Stream.empty();
        }
        return consumers().stream()
                .flatMap(consumer -> branches(consumer).stream().flatMap(name -> branch(consumer, name)))
                .filter(it -> it.pact().createdAt().compareTo(since) >= 0 && pending(it.pact()));
    }

    private ObjectNode pact(List<Selected> selected, boolean inProgress) {
        Memory.Pact pact = selected.get(0).pact();
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        document.put(
                "shortDescription",
                String.join(", ", selected.stream().map(Selected::brief).toList()));
        ObjectNode properties = document.putObject("verificationProperties");
        ArrayNode notices = properties.putArray("notices");
        notice(notices, "before_verification", inProgress ? inProgressReason(selected) : reason(selected));
        if (includesPending()) {
            boolean pending = pending(pact);
            properties.put("pending", pending);
            if (inProgress) {
                properties.put("wip", true);
            }
            pendingNotices(notices, pending);
        }
        String metadata = String.join(
                        "&",
                        selected.stream()
                                .map(it -> "s%5B%5D%5Bcv%5D=" + it.pact().consumer().id)
                                .toList())
                + (inProgress ? "&w=true" : "");
        document.putObject("_links")
                .putObject("self")
                .put("href", hal.contentUrl(pact) + "/metadata/" + Urls.metadata(metadata))
                .put("name", Hal.name(pact));
        return document;
    }

    private String reason(List<Selected> selected) {
        boolean one = selected.size() == 1;
        StringBuilder reason = new StringBuilder("The pact at ")
                .append(hal.contentUrl(selected.get(0).pact()))
                .append(" is being verified because the pact content belongs to the consumer version")
                .append(one ? "" : "s")
                .append(" matching the following ")
                .append(one ? "criterion" : "criteria")
                .append(':');
        selected.forEach(it -> reason.append("\n    * ")
                .append(it.criterion())
                .append(" (")
                .append(it.pact().consumer().number)
                .append(')'));
        return reason.toString();
    }

    private String inProgressReason(List<Selected> selected) {
        return "The pact at " + hal.contentUrl(selected.get(0).pact())
                + " is being verified because it is a 'work in progress' pact (ie. it is the pact for the "
                + selected.get(0).criterion()
                + " and is still in pending state). Read more at https://docs.pact.io/go/wip";
    }

    private void pendingNotices(ArrayNode notices, boolean pending) {
        String versions = " version of " + provider + (branch.isEmpty() ? "" : " from branch '" + branch + "'");
        if (!pending) {
            notice(
                    notices,
                    "before_verification",
                    "This pact has previously been successfully verified by a" + versions
                            + ". If this verification fails, it will fail the build." + PENDING_HELP);
            return;
        }
        notice(
                notices,
                "before_verification",
                "This pact is in pending state for this version of " + provider
                        + " because a successful verification result for a" + versions
                        + " has not yet been published. If this verification fails, it will not cause the overall build"
                        + " to fail." + PENDING_HELP);
        String still = "This pact is still in pending state for any" + versions;
        notice(
                notices,
                "after_verification:success_true_published_false",
                still + " as the successful verification results have not yet been published.");
        notice(
                notices,
                "after_verification:success_false_published_false",
                still + " as a successful verification result has not yet been published");
        notice(
                notices,
                "after_verification:success_true_published_true",
                "This pact is no longer in pending state for any" + versions
                        + ", as a successful verification result has been published. If a verification for a version of "
                        + provider + " fails in the future, it will fail the build." + PENDING_HELP);
        notice(
                notices,
                "after_verification:success_false_published_true",
                still + " as a successful verification result has not yet been published");
    }

    private static void notice(ArrayNode notices, String when, String text) {
        notices.addObject().put("when", when).put("text", text);
    }

    private boolean includesPending() {
        return told.path("includePendingStatus").asBoolean();
    }

    private boolean pending(Memory.Pact pact) {
        Set<String> tags = new LinkedHashSet<>();
        told.path("providerVersionTags").forEach(tag -> tags.add(tag.asText()));
        return memory.results(pact)
                .filter(Memory.Result::success)
                .map(Memory.Result::provider)
                .noneMatch(it -> branch.isEmpty() && tags.isEmpty()
                        || it.branches.containsKey(branch)
                        || it.tags.keySet().stream().anyMatch(tags::contains));
    }

    private List<String> consumers() {
        return memory.pacts.stream()
                .filter(it -> it.provider().equals(provider))
                .map(it -> it.consumer().pacticipant)
                .distinct()
                .toList();
    }

    private List<String> branches(String consumer) {
        return pacts(consumer)
                .flatMap(it -> it.consumer().branches.keySet().stream())
                .distinct()
                .toList();
    }

    private Optional<Memory.Pact> newest(String consumer, Predicate<Memory.Version> among) {
        return Memory.newest(pacts(consumer).filter(it -> among.test(it.consumer())));
    }

    private Stream<Memory.Pact> pacts(String consumer) {
        return memory.pacts.stream()
                .filter(it -> it.provider().equals(provider)
                        && it.consumer().pacticipant.equals(consumer));
    }
}
