package io.gatewayping.gate;

import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.tagexpressions.Expression;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which scenarios of some features are run. */
final class Selection {

    private final Features features;
    private final List<FeatureWithLines> locations;
    private final @Nullable Expression tags;

    /**
     * Those of these features.
     *
     * @throws io.cucumber.tagexpressions.TagExpressionException when the tags are no expression
     */
    Selection(Features features) {
        this.features = features;
        this.locations =
                features.locations().stream().map(FeatureWithLines::parse).toList();
        tags = features.tags() == null ? null : TagExpressionParser.parse(features.tags());
    }

    List<URI> uris() {
        return locations.stream().map(FeatureWithLines::uri).distinct().toList();
    }

    /** Has Cucumber run them, and no others. */
    void applyTo(RuntimeOptionsBuilder options) {
        locations.forEach(options::addFeature);
        if (tags != null) {
            options.addTagFilter(tags);
        }
        if (!features.live()) {
            options.addTagFilter(TagExpressionParser.parse("not " + Features.LIVE_ONLY));
        }
        name().ifPresent(options::addNameFilter);
    }

    /** Tells which of a feature's they are. */
    List<Pickle> of(Feature feature) {
        return feature.getPickles().stream()
                .filter(this::isAtLine)
                .filter(pickle -> features.live() || !pickle.getTags().contains(Features.LIVE_ONLY))
                .filter(pickle -> tags == null || tags.evaluate(pickle.getTags()))
                .filter(pickle -> name().map(
                                pattern -> pattern.matcher(pickle.getName()).find())
                        .orElse(true))
                .toList();
    }

    private boolean isAtLine(Pickle pickle) {
        TreeSet<Integer> lines = new TreeSet<>();
        locations.stream()
                .filter(location -> location.uri().equals(pickle.getUri()))
                .forEach(location -> lines.addAll(location.lines()));
        return lines.isEmpty()
                || lines.contains(pickle.getLocation().getLine())
                || lines.contains(pickle.getScenarioLocation().getLine());
    }

    private Optional<Pattern> name() {
        return Optional.ofNullable(features.name())
                .map(name -> Pattern.compile(Pattern.quote(name), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
    }
}
