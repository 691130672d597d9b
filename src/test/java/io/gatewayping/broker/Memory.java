package io.gatewayping.broker;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** All that the broker was told; later is newer. */
final class Memory {

    /** The broker makes the first branch with such a name the main one. */
    private static final List<String> MAIN_BRANCHES = List.of("develop", "main", "master");

    static final class Pacticipant {
        final String name;
        final String createdAt = now();
        String updatedAt = "";
        String mainBranch = "";
        final Map<String, Version> versions = new LinkedHashMap<>();

        Pacticipant(String name) {
            this.name = name;
        }
    }

    static final class Version {
        final int id;
        final String pacticipant;
        final String number;
        final String createdAt = now();
        String buildUrl = "";
        /** By name, with the time at which the version came to it. */
        final Map<String, String> branches = new LinkedHashMap<>();

        final Map<String, String> tags = new LinkedHashMap<>();

        Version(int id, String pacticipant, String number) {
            this.id = id;
            this.pacticipant = pacticipant;
            this.number = number;
        }
    }

    record Pact(Version consumer, String provider, JsonNode content, String sha, String createdAt) {}

    record Result(int number, Pact pact, Version provider, boolean success, JsonNode told, String createdAt) {}

    record Environment(String uuid, String name, String displayName, boolean production, String createdAt) {}

    record Deployment(
            String uuid, Version version, Environment environment, String target, boolean current, String createdAt) {}

    final Map<String, Pacticipant> pacticipants = new LinkedHashMap<>();
    final List<Pact> pacts = new ArrayList<>();
    final List<Result> results = new ArrayList<>();
    final List<Environment> environments = new ArrayList<>();
    final List<Deployment> deployments = new ArrayList<>();
    /** What is said of every contract that is published, too. */
    String notice = "";

    private int lastVersion;
    /** The recorded broker's first result has the number 101. */
    private int lastResult = 100;

    Memory() {
        // A new broker has these two.
        add("test", "Test", false);
        add("production", "Production", true);
    }

    static String now() {
        return DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ssxxx")
                .format(ZonedDateTime.now(ZoneOffset.UTC).truncatedTo(ChronoUnit.SECONDS));
    }

    Environment add(String name, String displayName, boolean production) {
        Environment environment = new Environment(UUID.randomUUID().toString(), name, displayName, production, now());
        environments.add(environment);
        return environment;
    }

    Optional<Environment> environment(String name) {
        return environments.stream().filter(it -> it.name().equals(name)).findFirst();
    }

    Pacticipant pacticipant(String name) {
        return pacticipants.computeIfAbsent(name, Pacticipant::new);
    }

    Optional<Version> known(String pacticipant, String number) {
        return Optional.ofNullable(pacticipants.get(pacticipant)).map(it -> it.versions.get(number));
    }

    Version version(String pacticipant, String number) {
        return pacticipant(pacticipant)
                .versions
                .computeIfAbsent(number, it -> new Version(++lastVersion, pacticipant, it));
    }

    void branch(Version version, String branch) {
        version.branches.putIfAbsent(branch, now());
        Pacticipant pacticipant = pacticipant(version.pacticipant);
        if (pacticipant.mainBranch.isEmpty() && MAIN_BRANCHES.contains(branch)) {
            pacticipant.mainBranch = branch;
            pacticipant.updatedAt = now();
        }
    }

    Optional<Pact> pact(String consumer, String number, String provider) {
        return newest(pacts.stream()
                .filter(it -> it.consumer().pacticipant.equals(consumer)
                        && it.consumer().number.equals(number)
                        && it.provider().equals(provider)));
    }

    /** The newest publication of a content: other consumers may have published the same. */
    Optional<Pact> content(String provider, String consumer, String sha) {
        return newest(pacts.stream()
                .filter(it -> it.sha().equals(sha)
                        && it.provider().equals(provider)
                        && it.consumer().pacticipant.equals(consumer)));
    }

    Pact publish(Version consumer, String provider, JsonNode content) {
        pacticipant(provider);
        Pact pact = pact(consumer.pacticipant, consumer.number, provider)
                .orElseGet(() -> new Pact(consumer, provider, content, Content.sha(content), now()));
        if (!pacts.contains(pact)) {
            pacts.add(pact);
        }
        return pact;
    }

    Result verified(Pact pact, Version provider, JsonNode told) {
        Result result =
                new Result(++lastResult, pact, provider, told.path("success").asBoolean(), told, now());
        results.add(result);
        return result;
    }

    /** The results for a pact's content, whichever version of the consumer published it. */
    Stream<Result> results(Pact pact) {
        return results.stream()
                .filter(it -> it.pact().sha().equals(pact.sha())
                        && it.pact().provider().equals(pact.provider())
                        && it.pact().consumer().pacticipant.equals(pact.consumer().pacticipant));
    }

    /** What stood in the same place before is there no more. */
    Deployment deploy(Version version, Environment environment, String target) {
        deployments.replaceAll(it -> it.current()
                        && it.environment().equals(environment)
                        && it.target().equals(target)
                        && it.version().pacticipant.equals(version.pacticipant)
                ? new Deployment(it.uuid(), it.version(), it.environment(), it.target(), false, it.createdAt())
                : it);
        Deployment deployment = new Deployment(UUID.randomUUID().toString(), version, environment, target, true, now());
        deployments.add(deployment);
        return deployment;
    }

    List<Version> deployed(String pacticipant, String environment) {
        return deployments.stream()
                .filter(it -> it.current()
                        && it.environment().name().equals(environment)
                        && it.version().pacticipant.equals(pacticipant))
                .map(Deployment::version)
                .distinct()
                .toList();
    }

    static <T> Optional<T> newest(Stream<T> items) {
        return items.reduce((first, second) -> second);
    }
}
