package io.gatewayping.broker;

import au.com.dius.pact.core.pactbroker.IHalClient;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Tells a broker what is deployed where, and what of that the broker does not know. */
final class Deployments {

    private static final int NOT_FOUND = 404;
    private static final String PACTICIPANT = "pb:pacticipant";
    private static final String VERSION = "pb:pacticipant-version";
    private static final String ENVIRONMENTS = "pb:environments";
    private static final String DEPLOYMENT = "pb:record-deployment";

    private final BrokerCalls calls;

    Deployments(BrokerCalls calls) {
        this.calls = calls;
    }

    /** Records that a version of an application is deployed to an environment, in the place of the one before. */
    void record(String pacticipant, String version, String environment) throws BrokerFault {
        String what = "recording " + pacticipant + " " + version;
        IHalClient index = calls.index(what, VERSION);
        // The same client shows other links as soon as it goes elsewhere.
        String environments = index.linkUrl(ENVIRONMENTS);
        IHalClient hal = version(what, index, pacticipant, version);
        Map<String, String> links = new LinkedHashMap<>();
        hal.forAll(DEPLOYMENT, link -> links.put(String.valueOf(link.get("name")), String.valueOf(link.get("href"))));
        String url = links.get(environment);
        if (url == null) {
            throw links.isEmpty() && !isEmpty(what, environments)
                    ? calls.trouble(what, "the version has no link " + DEPLOYMENT)
                    : calls.refusal(what, noEnvironment(environment, links.keySet()));
        }
        calls.unwrapped(what, () -> hal.postJson(url, "{}"));
    }

    private String noEnvironment(String environment, Set<String> known) {
        String which = known.isEmpty()
                ? "the broker knows no environment at all"
                : "the broker knows no environment '" + environment + "', only "
                        + known.stream().map(calls::shown).toList();
        return which + "; create it, as with: pact-broker create-environment --name " + environment
                + " (and --production, where it is that)";
    }

    private boolean isEmpty(String what, @Nullable String environments) throws BrokerFault {
        return environments != null
                && calls.json(what, calls.unwrapped(what, () -> calls.client()
                                .newHalClient()
                                .getJson(environments, false)))
                        .at("/_embedded/environments")
                        .isEmpty();
    }

    /** A version of an application, or what of both the broker does not know. */
    private IHalClient version(String what, IHalClient index, String pacticipant, String version) throws BrokerFault {
        try {
            return calls.asked(
                    what, () -> index.navigate(Map.of("pacticipant", pacticipant, "version", version), VERSION));
        } catch (BrokerFault e) {
            if (e.status() != NOT_FOUND) {
                throw e;
            }
        }
        try {
            calls.begin();
            calls.asked(
                    what,
                    () -> calls.client().newHalClient().navigate(Map.of("pacticipant", pacticipant), PACTICIPANT));
        } catch (BrokerFault e) {
            throw e.status() == NOT_FOUND ? calls.refusal(what, "the broker knows no application " + pacticipant) : e;
        }
        throw calls.refusal(what, "the broker knows no version " + version + " of " + pacticipant);
    }
}
