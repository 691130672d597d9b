package io.gatewayping.gate;

import io.cucumber.core.feature.FeatureWithLines;
import io.cucumber.core.filter.Filters;
import io.cucumber.core.gherkin.Feature;
import io.cucumber.core.gherkin.Pickle;
import io.cucumber.core.options.RuntimeOptionsBuilder;
import io.cucumber.tagexpressions.TagExpressionParser;
import java.net.URI;
import java.util.List;
import java.util.regex.Pattern;

/** Which scenarios of some features are run. */
final class Selection {

    private final Features features;
    private final List<FeatureWithLines> locations;
    private final Filters filters;

    /**
     * Those of these features.
     *
     * @throws io.cucumber.tagexpressions.TagExpressionException when the tags are no expression
     */
    Selection(Features features) {
        this.features = features;
        this.locations =
                features.locations().stream().map(FeatureWithLines::parse).toList();
        RuntimeOptionsBuilder options = new RuntimeOptionsBuilder();
        applyTo(options);
        filters = new Filters(options.build());
    }

    List<URI> uris() {
        return locations.stream().map(FeatureWithLines::uri).distinct().toList();
    }

    /** Has Cucumber run them, and no others. */
    void applyTo(RuntimeOptionsBuilder options) {
        locations.forEach(options::addFeature);
        if (features.tags() != null) {
            options.addTagFilter(TagExpressionParser.parse(features.tags()));
        }
        if (!features.live()) {
            options.addTagFilter(TagExpressionParser.parse("not " + Features.LIVE_ONLY));
        }
        if (features.name() != null) {
            options.addNameFilter(
                    Pattern.compile(Pattern.quote(features.name()), Pattern.CASE_INSENSITIVE | Pattern.UNICODE_CASE));
        }
    }

    /** Tells which of a feature's they are, as Cucumber does. */
    List<Pickle> of(Feature feature) {
        return feature.getPickles().stream().filter(filters).toList();
    }
}
