package io.gatewayping.broker;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Predicate;

/** Which versions of a pacticipant a matrix is asked about: {@code version}, {@code latest}, {@code tag} and so on. */
record Selector(String pacticipant, Map<String, String> by) {

    /** The selectors of a query: a new one begins where a name comes again. */
    static List<Selector> read(List<Map.Entry<String, String>> query, String group) {
        List<Map<String, String>> groups = new ArrayList<>();
        for (Map.Entry<String, String> pair : query) {
            if (pair.getKey().startsWith(group + "[][")) {
                String name = pair.getKey()
                        .substring(group.length() + 3, pair.getKey().length() - 1);
                if (groups.isEmpty() || groups.get(groups.size() - 1).containsKey(name)) {
                    groups.add(new TreeMap<>());
                }
                groups.get(groups.size() - 1).put(name, pair.getValue());
            }
        }
        return groups.stream()
                .map(it -> new Selector(it.getOrDefault("pacticipant", ""), it))
                .toList();
    }

    boolean names(String criterion) {
        return by.containsKey(criterion) && !by.get(criterion).equals("false");
    }

    boolean open() {
        return !names("version")
                && !names("latest")
                && !names("tag")
                && !names("branch")
                && !names("mainBranch")
                && !names("environment");
    }

    List<Memory.Version> versions(Memory memory) {
        if (names("environment")) {
            return memory.deployed(pacticipant, by.get("environment"));
        }
        Memory.Pacticipant known = memory.pacticipants.get(pacticipant);
        if (known == null) {
            return List.of();
        }
        Predicate<Memory.Version> among = it -> (!names("version") || it.number.equals(by.get("version")))
                && (!names("tag") || it.tags.containsKey(by.get("tag")))
                && (!names("branch") || it.branches.containsKey(by.get("branch")))
                && (!names("mainBranch") || it.branches.containsKey(known.mainBranch));
        List<Memory.Version> found =
                known.versions.values().stream().filter(among).toList();
        boolean one = names("latest") || names("branch") || names("mainBranch");
        return one ? Memory.newest(found.stream()).stream().toList() : found;
    }

    /** As the broker's reasons describe it. */
    String description(Optional<Memory.Version> version) {
        String number = version.map(it -> "(" + it.number + ")").orElse("(no such version exists)");
        if (names("environment")) {
            return version.isPresent()
                    ? "the version of " + pacticipant + " currently deployed or released to " + by.get("environment")
                            + " " + number
                    : "a version of " + pacticipant + " currently deployed or released to " + by.get("environment")
                            + " (no version is currently recorded as deployed/released in this environment)";
        }
        if (names("version")) {
            return "version " + by.get("version") + " of " + pacticipant;
        }
        if (names("tag")) {
            return (names("latest") ? "the latest" : "a") + " version of " + pacticipant + " with tag " + by.get("tag")
                    + " " + number;
        }
        if (names("branch") || names("mainBranch")) {
            return "the latest version of " + pacticipant + " from "
                    + (names("branch") ? "branch " + by.get("branch") : "the main branch") + " " + number;
        }
        return names("latest")
                ? "the latest version of " + pacticipant + " " + number
                : "any version of " + pacticipant;
    }
}
