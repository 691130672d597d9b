package io.gatewayping.cli;

import io.gatewayping.gate.Features;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Which scenarios to run, and how many at the same time. */
final class SelectionOption {

    private static final Pattern PLACE = Pattern.compile("(.+?)((?::\\d+)*)");
    private static final String CLASS_PATH = "classpath:";
    private static final int MOST_WORKERS = 64;

    @Mixin
    private FeaturesOption featuresOption = new FeaturesOption();

    @Parameters(
            paramLabel = "FILE[:LINE]",
            arity = "0..*",
            description = "Run only these features, or the scenarios at these lines.")
    private List<String> places = new ArrayList<>();

    @Option(
            names = "--tags",
            paramLabel = "EXPR",
            description = "Run only scenarios with these tags, as '@access and not @slow'.")
    private @Nullable String tags;

    @Option(
            names = "--name",
            paramLabel = "TEXT",
            description = "Run only scenarios with this text in their name, in any case.")
    private @Nullable String name;

    @Option(
            names = "--require",
            paramLabel = "TAGS",
            description = "Inconclusive when a scenario with these tags was not exercised.")
    private @Nullable String required;

    @Option(
            names = "--workers",
            paramLabel = "NUMBER",
            description = "How many scenarios run at the same time (default: " + Features.THREADS + ").")
    private int workers = Features.THREADS;

    /**
     * Those that were chosen.
     *
     * @param live whether only a caller arranges; then one thing is asked at a time
     */
    Features selected(boolean live) {
        if (workers < 1 || workers > MOST_WORKERS) {
            throw new UsageError("--workers " + workers + " is no number from 1 to " + MOST_WORKERS);
        }
        List<String> locations = places.isEmpty()
                ? List.of(featuresOption.location())
                : places.stream().map(SelectionOption::location).toList();
        return new Features(locations, tags, name, required, live, live ? 1 : workers);
    }

    /** By the name of a file, or as {@code --list} tells it. */
    private static String location(String place) {
        Matcher matcher = PLACE.matcher(place);
        String named = matcher.matches() ? matcher.group(1) : "";
        if (named.startsWith(CLASS_PATH)
                && SelectionOption.class.getClassLoader().getResource(named.substring(CLASS_PATH.length())) != null) {
            return place;
        }
        Path file = file(named);
        if (Files.isDirectory(file) && !named.isBlank()) {
            throw new UsageError(named + " is a folder; name it with --features, or a FILE in it");
        }
        if (!Files.isRegularFile(file)) {
            // Whatever else was given may be a token.
            throw new UsageError("there is no feature " + (place.contains(".feature") ? place : "of this name")
                    + "; name a FILE, or a FILE:LINE");
        }
        return file.toUri() + matcher.group(2);
    }

    private static Path file(String named) {
        try {
            return named.startsWith("file:") ? Path.of(URI.create(named)) : Path.of(named);
        } catch (IllegalArgumentException e) {
            // It is no URI, and may be a name all the same.
            return Path.of(named);
        }
    }

    /** Why there is no scenario, by what was asked for, and how to see those that there are. */
    String whyNone() {
        String asked = words();
        return (asked.isEmpty() ? "there is none" : "none matches " + asked)
                + "; gate check --list lists all there are (those with " + Features.LIVE_ONLY
                + " are for --live alone)";
    }

    /** What of it leaves scenarios out, in words; empty when nothing does. */
    String words() {
        List<String> words = new ArrayList<>(places);
        if (tags != null) {
            words.add("--tags '" + tags + "'");
        }
        if (name != null) {
            words.add("--name '" + name + "'");
        }
        return String.join(" ", words);
    }
}
