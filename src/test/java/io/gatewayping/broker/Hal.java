package io.gatewayping.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.function.Predicate;

/**
 * The broker's resources as documents: recorded ones with other words in them, the rest (versions, environments,
 * deployments, lists) as the sources of pact-foundation/pact_broker describe them.
 */
final class Hal {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String RECORDED_PACT = "/pacts/provider/" + Recording.PROVIDER + "/consumer/"
            + Recording.CONSUMER + "/pact-version/" + Recording.SHA + "/metadata/" + Recording.METADATA;

    private final Recording recording;
    private final Memory memory;
    private final String url;

    Hal(Recording recording, Memory memory, String url) {
        this.recording = recording;
        this.memory = memory;
        this.url = url;
    }

    JsonNode index() {
        return recording.body("GET", "/", 200, words());
    }

    JsonNode pacticipant(Memory.Pacticipant pacticipant) {
        ObjectNode document = recording.body(
                "GET", "/pacticipants/" + Recording.PROVIDER, 200, words(Recording.PROVIDER, pacticipant.name));
        document.put("name", pacticipant.name)
                .put("displayName", displayName(pacticipant.name))
                .put("createdAt", pacticipant.createdAt)
                .put("mainBranch", pacticipant.mainBranch)
                .put("updatedAt", pacticipant.updatedAt);
        if (pacticipant.mainBranch.isEmpty()) {
            document.remove("mainBranch");
            document.remove("updatedAt");
        }
        ObjectNode embedded = document.putObject("_embedded");
        Memory.newest(pacticipant.versions.values().stream()).ifPresent(latest -> {
            embedded.set("latestVersion", embedded(latest));
            embedded.set(
                    "latest-version",
                    embedded(latest)
                            .put("title", "DEPRECATED - please use latestVersion")
                            .put("name", "DEPRECATED - please use latestVersion"));
        });
        embedded.putArray("labels");
        return document;
    }

    JsonNode tag(Memory.Version version, String tag) {
        String recorded = "/pacticipants/" + Recording.PROVIDER + "/versions/" + Recording.VERSION + "/tags/prod";
        return recording
                .body(
                        "PUT",
                        recorded,
                        201,
                        words(Recording.PROVIDER, version.pacticipant, Recording.VERSION, version.number, "prod", tag))
                .put("createdAt", version.tags.get(tag));
    }

    JsonNode branchVersion(Memory.Version version, String branch) {
        String recorded = "/pacticipants/" + Recording.PROVIDER + "/branches/main/versions/" + Recording.VERSION;
        return recording
                .body(
                        "PUT",
                        recorded,
                        201,
                        words(
                                Recording.PROVIDER,
                                version.pacticipant,
                                Recording.VERSION,
                                version.number,
                                "main",
                                branch))
                .put("createdAt", version.branches.get(branch));
    }

    /** A pact as it was published, with ids of its interactions and the links for the metadata it was asked with. */
    JsonNode pact(Memory.Pact pact, String metadata) {
        ObjectNode document = pact.content().deepCopy();
        document.path("interactions").forEach(it -> {
            String id = Content.interactionId(it);
            ((ObjectNode) it).put("_id", id);
        });
        document.put("createdAt", pact.createdAt());
        document.set(
                "_links",
                recording
                        .body("GET", RECORDED_PACT, 200, words(pact, Recording.METADATA, metadata))
                        .path("_links"));
        return document;
    }

    JsonNode result(Memory.Result result) {
        ObjectNode document = recording.body(
                "POST",
                RECORDED_PACT + "/verification-results",
                201,
                words(result.pact(), Recording.RESULT, result.number() + ""));
        document.set("testResults", result.told().path("testResults"));
        document.set("verifiedBy", result.told().path("verifiedBy"));
        document.put("providerName", result.pact().provider())
                .put("providerApplicationVersion", result.provider().number)
                .put("success", result.success())
                .put("verificationDate", result.createdAt());
        for (String optional : new String[] {"testResults", "verifiedBy"}) {
            if (document.get(optional).isMissingNode()) {
                document.remove(optional);
            }
        }
        if (result.told().has("buildUrl")) {
            document.set("buildUrl", result.told().get("buildUrl"));
        }
        return document;
    }

    JsonNode version(Memory.Version version) {
        ObjectNode document = JSON.objectNode().put("number", version.number).put("createdAt", version.createdAt);
        if (!version.buildUrl.isEmpty()) {
            document.put("buildUrl", version.buildUrl);
        }
        ObjectNode embedded = document.putObject("_embedded");
        embedded.set("branchVersions", branches(version));
        embedded.set("tags", tags(version));
        String self = url(version);
        ObjectNode links = document.putObject("_links");
        links.set("self", link(self, "Version", version.number));
        links.set("pb:pacticipant", link(url + pacticipantPath(version), "Pacticipant", version.pacticipant));
        links.putObject("pb:tag").put("href", self + "/tags/{tag}").put("templated", true);
        ArrayNode pacts = links.putArray("pb:pact-versions");
        memory.pacts.stream()
                .filter(it -> it.consumer() == version)
                .forEach(it -> pacts.add(link(url(it), "Pact", name(it))));
        ArrayNode deployments = links.putArray("pb:record-deployment");
        memory.environments.forEach(it -> deployments.add(link(
                self + "/deployed-versions/environment/" + it.uuid(),
                "Record deployment to " + it.displayName(),
                it.name())));
        return document;
    }

    JsonNode branches(Memory.Pacticipant pacticipant) {
        String self = url + Urls.path("pacticipants", pacticipant.name, "branches");
        ObjectNode document = JSON.objectNode();
        ObjectNode links = document.putObject("_links");
        links.putObject("self").put("title", pacticipant.name + " branches").put("href", self);
        ArrayNode listed = links.putArray("pb:branches");
        ArrayNode all = document.putObject("_embedded").putArray("branches");
        Map<String, String> since = new LinkedHashMap<>();
        pacticipant.versions.values().forEach(it -> it.branches.forEach(since::putIfAbsent));
        since.forEach((branch, createdAt) -> {
            String href = self + Urls.path(branch);
            listed.addObject().put("name", branch).put("href", href);
            ObjectNode item = all.addObject().put("name", branch).put("createdAt", createdAt);
            ObjectNode itemLinks = item.putObject("_links");
            itemLinks.putObject("self").put("title", "Branch").put("href", href);
            itemLinks
                    .putObject("pb:latest-version")
                    .put("title", "Latest version for branch")
                    .put("href", href + "/latest-version");
        });
        return document;
    }

    JsonNode environments() {
        ObjectNode document = JSON.objectNode();
        ArrayNode all = document.putObject("_embedded").putArray("environments");
        memory.environments.forEach(it -> all.add(environment(it)));
        document.putObject("_links")
                .putObject("self")
                .put("title", "Environments")
                .put("href", url + "/environments");
        return document;
    }

    ObjectNode environment(Memory.Environment environment) {
        ObjectNode document = JSON.objectNode()
                .put("uuid", environment.uuid())
                .put("name", environment.name())
                .put("displayName", environment.displayName())
                .put("production", environment.production())
                .put("createdAt", environment.createdAt());
        document.putObject("_links")
                .set("self", link(url + "/environments/" + environment.uuid(), "Environment", environment.name()));
        return document;
    }

    JsonNode deployment(Memory.Deployment deployment) {
        ObjectNode document = JSON.objectNode()
                .put("uuid", deployment.uuid())
                .put("currentlyDeployed", deployment.current())
                .put("createdAt", deployment.createdAt());
        if (!deployment.target().isEmpty()) {
            document.put("target", deployment.target()).put("applicationInstance", deployment.target());
        }
        ObjectNode embedded = document.putObject("_embedded");
        embedded.set("version", embedded(deployment.version()));
        embedded.set("environment", environment(deployment.environment()));
        document.putObject("_links").putObject("self").put("href", deploymentUrl(deployment));
        return document;
    }

    /** One side of a row of the matrix. */
    JsonNode side(String pacticipant, Memory.Version version) {
        ObjectNode side = JSON.objectNode().put("name", pacticipant);
        side.putObject("_links").putObject("self").put("href", url + Urls.path("pacticipants", pacticipant));
        if (version == null) {
            return side.putNull("version");
        }
        ObjectNode document = side.putObject("version").put("number", version.number);
        document.put(
                "branch", version.branches.keySet().stream().reduce((a, b) -> b).orElse(null));
        document.set("branches", branches(version));
        document.set("branchVersions", branches(version));
        ArrayNode deployed = document.putArray("environments");
        memory.deployments.stream()
                .filter(it -> it.current() && it.version() == version)
                .forEach(it -> deployed.add(environment(it.environment())));
        document.putObject("_links").putObject("self").put("href", url(version));
        document.set("tags", tags(version));
        return side;
    }

    ObjectNode embedded(Memory.Version version) {
        ObjectNode document = JSON.objectNode().put("number", version.number);
        document.putObject("_links").set("self", link(url(version), "Version", version.number));
        return document;
    }

    static ObjectNode link(String href, String title, String name) {
        return JSON.objectNode().put("title", title).put("name", name).put("href", href);
    }

    static String name(Memory.Pact pact) {
        return "Pact between " + pact.consumer().pacticipant + " (" + pact.consumer().number + ") and "
                + pact.provider();
    }

    String url(Memory.Version version) {
        return url + pacticipantPath(version) + Urls.path("versions", version.number);
    }

    String url(Memory.Pact pact) {
        return parties(pact) + Urls.path("version", pact.consumer().number);
    }

    String contentUrl(Memory.Pact pact) {
        return parties(pact) + "/pact-version/" + pact.sha();
    }

    String deploymentUrl(Memory.Deployment deployment) {
        return url + "/deployed-versions/" + deployment.uuid();
    }

    String resultUrl(Memory.Result result) {
        return contentUrl(result.pact()) + "/verification-results/" + result.number();
    }

    String url(String path) {
        return url + path;
    }

    private String parties(Memory.Pact pact) {
        return url + Urls.path("pacts", "provider", pact.provider(), "consumer", pact.consumer().pacticipant);
    }

    private static String pacticipantPath(Memory.Version version) {
        return Urls.path("pacticipants", version.pacticipant);
    }

    private ArrayNode branches(Memory.Version version) {
        ArrayNode branches = JSON.arrayNode();
        version.branches.keySet().forEach(branch -> {
            ObjectNode item = branches.addObject()
                    .put("name", branch)
                    .put("latest", latest(version, it -> it.branches.containsKey(branch)));
            String href = url + pacticipantPath(version) + Urls.path("branches", branch, "versions", version.number);
            item.putObject("_links").set("self", link(href, "Branch version", branch));
        });
        return branches;
    }

    private ArrayNode tags(Memory.Version version) {
        ArrayNode tags = JSON.arrayNode();
        version.tags.keySet().forEach(tag -> {
            ObjectNode item =
                    tags.addObject().put("name", tag).put("latest", latest(version, it -> it.tags.containsKey(tag)));
            item.putObject("_links").putObject("self").put("href", url(version) + Urls.path("tags", tag));
        });
        return tags;
    }

    private boolean latest(Memory.Version version, Predicate<Memory.Version> among) {
        return Memory.newest(memory.pacticipant(version.pacticipant).versions.values().stream()
                        .filter(among))
                .filter(it -> it == version)
                .isPresent();
    }

    private static String displayName(String name) {
        StringBuilder shown = new StringBuilder();
        for (String word : name.split("[-_\\s]+")) {
            shown.append(shown.isEmpty() ? "" : " ")
                    .append(word.substring(0, 1).toUpperCase(Locale.ROOT))
                    .append(word.substring(1));
        }
        return shown.toString();
    }

    private Map<String, String> words(Memory.Pact pact, String recorded, String word) {
        return words(
                Recording.CONSUMER,
                pact.consumer().pacticipant,
                Recording.PROVIDER,
                pact.provider(),
                Recording.VERSION,
                pact.consumer().number,
                Recording.SHA,
                pact.sha(),
                recorded,
                word,
                Recording.VERSION_METADATA,
                Urls.metadata("cvn=" + Urls.encoded(pact.consumer().number)));
    }

    private Map<String, String> words(String... pairs) {
        Map<String, String> words = new HashMap<>(Map.of(Recording.URL, url));
        for (int i = 0; i < pairs.length; i += 2) {
            words.put(pairs[i], pairs[i + 1]);
        }
        return words;
    }
}
