package io.gatewayping.cli;

import io.gatewayping.contract.Basis;
import io.gatewayping.exchange.FileFault;
import io.gatewayping.gate.Acceptance;
import io.gatewayping.gate.Known;
import io.gatewayping.gate.RunResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/** Which findings are known and accepted. */
final class KnownOption {

    private static final Set<String> MEMBERS =
            new TreeSet<>(Set.of("clause", "scenario", "place", "reason", "link", "until"));
    private static final int DAYS = 30;

    @Option(
            names = "--known",
            paramLabel = "FILE",
            description = "Findings that are known and accepted until a date (YAML): told, and no failure.")
    private @Nullable Path file;

    @Option(
            names = "--write-known",
            paramLabel = "FILE",
            description = "Write the findings of this run as known ones, to be given reasons.")
    private @Nullable Path written;

    @Option(
            names = "--fail-on",
            paramLabel = "BASIS",
            description = "The weakest basis of clauses whose findings fail the run (default: any).")
    private @Nullable String weakest;

    Acceptance acceptance() {
        return new Acceptance(
                file == null ? List.of() : read(file),
                weakest == null ? Basis.INFERRED : basis(weakest),
                LocalDate.now(ZoneOffset.UTC));
    }

    private static Basis basis(String word) {
        return Arrays.stream(Basis.values())
                .filter(basis -> basis.word().equals(word))
                .findFirst()
                .orElseThrow(() -> new UsageError("--fail-on '" + word + "' is none of "
                        + Arrays.stream(Basis.values()).map(Basis::word).collect(Collectors.joining(", "))));
    }

    private static List<Known> read(Path file) {
        try {
            JsonNode list = new YAMLMapper().readTree(Files.readString(file));
            if (!list.isArray() && !list.isMissingNode() && !list.isNull()) {
                throw new UsageError("--known " + file + " holds no list of known findings");
            }
            List<Known> known = new ArrayList<>();
            for (JsonNode each : list) {
                known.add(known(file, known.size() + 1, each));
            }
            return known;
        } catch (IOException e) {
            throw new UsageError("--known " + file + " cannot be read: " + FileFault.words(e));
        } catch (JacksonException e) {
            throw new UsageError("--known " + file + " is no YAML: " + YamlFault.words(e));
        }
    }

    private static Known known(Path file, int number, JsonNode each) {
        String where = "--known " + file + ", finding " + number + ": ";
        for (String name : each.propertyNames()) {
            if (!MEMBERS.contains(name)) {
                throw new UsageError(where + "'" + name + "' is none of " + String.join(", ", MEMBERS));
            }
        }
        for (String name : List.of("clause", "reason", "until")) {
            if (each.path(name).asString("").isBlank()) {
                throw new UsageError(where + "it has no " + name);
            }
        }
        try {
            return new Known(
                    each.path("clause").asString(),
                    text(each.path("scenario")),
                    text(each.path("place")),
                    each.path("reason").asString(),
                    text(each.path("link")),
                    LocalDate.parse(each.path("until").asString()));
        } catch (DateTimeException e) {
            throw new UsageError(where + "until is no date such as 2027-01-31");
        }
    }

    private static @Nullable String text(JsonNode member) {
        return member.isString() ? member.asString() : null;
    }

    /** Writes what was found, if that was asked for. */
    void write(RunResult run) {
        if (written == null) {
            return;
        }
        Set<List<String>> once = run.findings().stream()
                .map(shown -> List.of(shown.finding().clause(), shown.finding().place()))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<Map<String, String>> lines = new ArrayList<>();
        for (List<String> each : once) {
            Map<String, String> line = new LinkedHashMap<>();
            line.put("clause", each.get(0));
            line.put("place", each.get(1));
            line.put("reason", "say why this is accepted");
            line.put("until", LocalDate.now(ZoneOffset.UTC).plusDays(DAYS).toString());
            lines.add(line);
        }
        try {
            Files.writeString(written, new YAMLMapper().writeValueAsString(lines));
        } catch (IOException e) {
            throw new UsageError("--write-known " + written + " cannot be written: " + FileFault.words(e));
        }
    }
}
