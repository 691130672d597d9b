package io.gatewayping.broker;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.function.Predicate;

/** Which resource stands at which address; the first route that fits answers. */
final class Routes {

    /** A path with a star for each segment that is taken from it. */
    private record Route(String method, String path, BiFunction<List<String>, Received, Reply> resource) {

        Optional<List<String>> taken(Received request) {
            String[] pattern = path.split("/");
            String[] asked = request.path().split("/");
            if (!request.method().equals(method) || pattern.length != asked.length) {
                return Optional.empty();
            }
            List<String> taken = new ArrayList<>();
            for (int i = 0; i < pattern.length; i++) {
                if (pattern[i].equals("*")) {
                    taken.add(Urls.decoded(asked[i].replace("+", "%2B")));
                } else if (!pattern[i].equals(asked[i])) {
                    return Optional.empty();
                }
            }
            return Optional.of(taken);
        }
    }

    private static final Reply NO_DOCUMENT = Reply.error(404, "The requested document was not found on this server.");

    private final List<Route> routes = new ArrayList<>();
    private final Memory memory;
    private final Hal hal;

    Routes(Memory memory, Hal hal) {
        this.memory = memory;
        this.hal = hal;
        Publishing publishing = new Publishing(memory, hal);
        on("GET", "/", (path, request) -> Reply.hal(200, hal.index()));
        on("POST", "/contracts/publish", (path, request) -> publishing.contracts(json(request)));
        on("POST", "/pacts/provider/*/for-verification", this::forVerification);
        on("GET", "/pacts/provider/*/latest", (path, request) -> latest(path.get(0), it -> true));
        on(
                "GET",
                "/pacts/provider/*/latest/*",
                (path, request) -> latest(path.get(0), it -> it.tags.containsKey(path.get(1))));
        String pact = "/pacts/provider/*/consumer/*/";
        on(
                "PUT",
                pact + "version/*",
                (path, request) -> publishing.pact(path.get(0), path.get(1), path.get(2), json(request)));
        on(
                "GET",
                pact + "version/*",
                (path, request) -> found(memory.pact(path.get(1), path.get(2), path.get(0))
                        .map(it -> hal.pact(it, Urls.metadata("cvn=" + Urls.encoded(path.get(2)))))));
        on(
                "GET",
                pact + "pact-version/*",
                (path, request) -> found(content(path).map(it -> hal.pact(it, Urls.metadata("")))));
        on(
                "GET",
                pact + "pact-version/*/metadata/*",
                (path, request) -> found(content(path).map(it -> hal.pact(it, path.get(3)))));
        on("POST", pact + "pact-version/*/metadata/*/verification-results", this::verified);
        on("POST", pact + "pact-version/*/verification-results", this::verified);
        on(
                "GET",
                pact + "pact-version/*/verification-results/*",
                (path, request) -> found(memory.results.stream()
                        .filter(it -> path.get(3).equals(it.number() + ""))
                        .findFirst()
                        .map(hal::result)));
        on("GET", "/matrix", (path, request) -> new MatrixResource(memory, hal, request.query()).reply());
        on(
                "GET",
                "/pacticipants/*",
                (path, request) -> found(Optional.ofNullable(memory.pacticipants.get(path.get(0)))
                        .map(hal::pacticipant)));
        on(
                "GET",
                "/pacticipants/*/branches",
                (path, request) -> found(Optional.ofNullable(memory.pacticipants.get(path.get(0)))
                        .map(hal::branches)));
        String version = "/pacticipants/*/versions/*";
        on(
                "GET",
                version,
                (path, request) -> found(memory.known(path.get(0), path.get(1)).map(hal::version)));
        on("PUT", version, (path, request) -> Reply.hal(200, hal.version(memory.version(path.get(0), path.get(1)))));
        on("PUT", version + "/tags/*", this::tagged);
        on(
                "GET",
                version + "/tags/*",
                (path, request) -> found(memory.known(path.get(0), path.get(1))
                        .filter(it -> it.tags.containsKey(path.get(2)))
                        .map(it -> hal.tag(it, path.get(2)))));
        on("POST", version + "/deployed-versions/environment/*", this::deployed);
        String branch = "/pacticipants/*/branches/*/versions/*";
        on("PUT", branch, this::branched);
        on(
                "GET",
                branch,
                (path, request) -> found(memory.known(path.get(0), path.get(2))
                        .filter(it -> it.branches.containsKey(path.get(1)))
                        .map(it -> hal.branchVersion(it, path.get(1)))));
        on("GET", "/environments", (path, request) -> Reply.hal(200, hal.environments()));
        on("POST", "/environments", this::addedEnvironment);
        on(
                "GET",
                "/environments/*",
                (path, request) -> found(environment(path.get(0)).map(hal::environment)));
    }

    Reply answer(Received request) {
        try {
            for (Route route : routes) {
                Optional<List<String>> taken = route.taken(request);
                if (taken.isPresent()) {
                    return route.resource().apply(taken.get(), request);
                }
            }
            return NO_DOCUMENT;
        } catch (UncheckedIOException e) {
            return Reply.error(400, "Error parsing JSON - " + e.getCause().getMessage());
        }
    }

    private void on(String method, String path, BiFunction<List<String>, Received, Reply> resource) {
        routes.add(new Route(method, path, resource));
    }

    private static JsonNode json(Received request) {
        return Recording.parsed(request.body());
    }

    private static Reply found(Optional<? extends JsonNode> document) {
        return document.map(it -> Reply.hal(200, it)).orElse(NO_DOCUMENT);
    }

    private Optional<Memory.Pact> content(List<String> path) {
        return memory.content(path.get(0), path.get(1), path.get(2));
    }

    private Optional<Memory.Environment> environment(String uuid) {
        return memory.environments.stream().filter(it -> it.uuid().equals(uuid)).findFirst();
    }

    private Reply forVerification(List<String> path, Received request) {
        return memory.pacticipants.containsKey(path.get(0))
                ? Reply.hal(200, new Verifiable(memory, hal, path.get(0), json(request)).document())
                : NO_DOCUMENT;
    }

    /** The newest pact of each consumer, for clients that find no pacts for verification. */
    private Reply latest(String provider, Predicate<Memory.Version> among) {
        ObjectNode document = JsonNodeFactory.instance.objectNode();
        ArrayNode pacts = document.putObject("_links").putArray("pb:pacts");
        memory.pacts.stream()
                .filter(it -> it.provider().equals(provider))
                .map(it -> it.consumer().pacticipant)
                .distinct()
                .forEach(consumer -> Memory.newest(memory.pacts.stream()
                                .filter(it -> it.provider().equals(provider)
                                        && it.consumer().pacticipant.equals(consumer)
                                        && among.test(it.consumer())))
                        .ifPresent(it -> pacts.add(Hal.link(hal.url(it), Hal.name(it), consumer))));
        return Reply.hal(200, document);
    }

    private Reply verified(List<String> path, Received request) {
        JsonNode told = json(request);
        ObjectNode errors = JsonNodeFactory.instance.objectNode();
        for (String name : Arrays.asList("success", "providerApplicationVersion")) {
            if (!told.hasNonNull(name)) {
                errors.withArray(name).add("is missing");
            }
        }
        if (!errors.isEmpty()) {
            return Reply.hal(400, JsonNodeFactory.instance.objectNode().set("errors", errors));
        }
        return content(path)
                .map(pact -> {
                    Memory.Version provider = memory.version(
                            path.get(0), told.get("providerApplicationVersion").asText());
                    Memory.Result result = memory.verified(pact, provider, told);
                    return Reply.created(hal.result(result), hal.resultUrl(result));
                })
                .orElse(NO_DOCUMENT);
    }

    private Reply tagged(List<String> path, Received request) {
        Memory.Version version = memory.version(path.get(0), path.get(1));
        boolean known = version.tags.putIfAbsent(path.get(2), Memory.now()) != null;
        JsonNode document = hal.tag(version, path.get(2));
        return known ? Reply.hal(200, document) : Reply.created(document, hal.url(request.path()));
    }

    private Reply branched(List<String> path, Received request) {
        Memory.Version version = memory.version(path.get(0), path.get(2));
        boolean known = version.branches.containsKey(path.get(1));
        memory.branch(version, path.get(1));
        JsonNode document = hal.branchVersion(version, path.get(1));
        return known ? Reply.hal(200, document) : Reply.created(document, hal.url(request.path()));
    }

    private Reply deployed(List<String> path, Received request) {
        JsonNode told = json(request);
        String target =
                told.path("applicationInstance").asText(told.path("target").asText(""));
        return memory.known(path.get(0), path.get(1))
                .flatMap(version -> environment(path.get(2)).map(it -> memory.deploy(version, it, target)))
                .map(it -> Reply.created(hal.deployment(it), hal.deploymentUrl(it)))
                .orElse(NO_DOCUMENT);
    }

    private Reply addedEnvironment(List<String> path, Received request) {
        JsonNode told = json(request);
        Memory.Environment environment = memory.add(
                told.path("name").asText(),
                told.path("displayName").asText(told.path("name").asText()),
                told.path("production").asBoolean());
        return Reply.created(hal.environment(environment), hal.url("/environments/" + environment.uuid()));
    }
}
