package io.gatewayping.pact;

import au.com.dius.pact.core.matchers.BodyMismatch;
import au.com.dius.pact.core.matchers.BodyTypeMismatch;
import au.com.dius.pact.core.matchers.HeaderMismatch;
import au.com.dius.pact.core.matchers.MatchingContext;
import au.com.dius.pact.core.matchers.Mismatch;
import au.com.dius.pact.core.matchers.ResponseMatching;
import au.com.dius.pact.core.matchers.StatusMismatch;
import au.com.dius.pact.core.model.ContentType;
import au.com.dius.pact.core.model.HttpResponse;
import au.com.dius.pact.core.model.OptionalBody;
import au.com.dius.pact.core.model.Pact;
import au.com.dius.pact.core.model.PathExpressionsKt;
import au.com.dius.pact.core.model.PathToken;
import au.com.dius.pact.core.model.V4Interaction;
import au.com.dius.pact.core.model.matchingrules.MatchingRules;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Response;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Pact's own matching of answers, by the rules of one interaction. Pact reads no answer that was not read before, and
 * neither its patterns nor its faults keep others waiting.
 */
final class Matching {

    private static final int SECONDS = 10;
    private static final int STACK_BYTES = 16 << 20;

    private final Pact pact;
    private final V4Interaction.SynchronousHttp interaction;

    Matching(Pact pact, V4Interaction.SynchronousHttp interaction) {
        this.pact = pact;
        this.interaction = interaction;
    }

    /** Every way in which an answer is not what the interaction needs. */
    List<Refusal> refusals(Response answer) {
        OptionalBody needed = interaction.getResponse().getBody();
        if ((needed.isNull() || needed.isEmpty()) && answer.body().length > 0) {
            return List.of(new Refusal("body", "Expected an empty body but received " + shown(answer.text()), false));
        }
        String unreadable = needed.isPresent() ? unreadable(answer) : null;
        return unreadable == null ? matched(answer) : List.of(new Refusal("body", unreadable, false));
    }

    /** Why Pact could not read the body, when it claims to be JSON. */
    private static @Nullable String unreadable(Response answer) {
        List<String> types = answer.header("content-type");
        String type = String.join(", ", types);
        if (!types.isEmpty() && new ContentType(type).getContentType() == null) {
            return "its Content-Type is none: " + shown(type);
        }
        boolean json = types.isEmpty() || new ContentType(type).isJson();
        JsonBody body = JsonBody.parse(answer.body());
        return json && body.value() == null
                ? "its body is no JSON (" + body.problem() + "): " + shown(answer.text())
                : null;
    }

    private List<Refusal> matched(Response answer) {
        FutureTask<List<Mismatch>> matching =
                new FutureTask<>(() -> ResponseMatching.responseMismatches(pact, interaction, asPactHasIt(answer)));
        Thread thread = new Thread(null, matching, "matching", STACK_BYTES);
        thread.setDaemon(true);
        thread.start();
        try {
            return matching.get(SECONDS, TimeUnit.SECONDS).stream()
                    .map(this::refusal)
                    .toList();
        } catch (ExecutionException e) {
            return List.of(new Refusal("", "Pact cannot match it: " + shown(String.valueOf(e.getCause())), true));
        } catch (TimeoutException e) {
            return List.of(new Refusal("", "Pact does not match it within " + SECONDS + " s", true));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return List.of(new Refusal("", "interrupted", false));
        }
    }

    private static HttpResponse asPactHasIt(Response answer) {
        Map<String, List<String>> headers = new HashMap<>(answer.headers());
        List<String> types = answer.header("content-type");
        ContentType type = types.isEmpty() ? ContentType.getUNKNOWN() : new ContentType(types.get(0));
        return new HttpResponse(answer.status(), headers, OptionalBody.body(answer.body(), type));
    }

    private Refusal refusal(Mismatch mismatch) {
        MatchingRules rules = interaction.getResponse().getMatchingRules();
        String words = shown(mismatch.description());
        if (mismatch instanceof StatusMismatch) {
            return new Refusal("status", words, rules.rulesForCategory("status").isNotEmpty());
        }
        if (mismatch instanceof HeaderMismatch header) {
            boolean byRule = rules.rulesForCategory("header").getMatchingRules().keySet().stream()
                    .anyMatch(name -> name.equalsIgnoreCase(header.getHeaderKey()));
            return new Refusal("header " + header.getHeaderKey(), words, byRule);
        }
        if (mismatch instanceof BodyMismatch body) {
            List<String> path = PathExpressionsKt.parsePath(body.getPath()).stream()
                    .map(PathToken::rawString)
                    .toList();
            boolean byRule = new MatchingContext(rules.rulesForCategory("body"), true).matcherDefined(path);
            return new Refusal("body " + body.getPath(), words, byRule);
        }
        return new Refusal(mismatch instanceof BodyTypeMismatch ? "body" : "", words, false);
    }

    private static String shown(String text) {
        return Excerpt.of(text);
    }
}
