package io.gatewayping.state;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.Operation;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Why a task was not started, in one line that blames the right party and says what to do. */
final class StartRefused {

    private static final Duration SKEW = Duration.ofMinutes(2);

    private StartRefused() {}

    /** Whether an answer is one of this API: JSON with the code that the contract documents for its status. */
    static boolean isOfTheApi(Contract contract, Operation operation, Exchange exchange) {
        Response response = exchange.response();
        if (response == null) {
            return false;
        }
        JsonNode body = JsonBody.parse(response.body()).value();
        if (response.status() / 100 == 2) {
            return body != null && body.isObject();
        }
        return body != null
                && contract.examples(operation, response.status()).stream()
                        .map(Example::body)
                        .anyMatch(documented -> documented.path("errorCode").equals(body.path("errorCode")));
    }

    static String words(Contract contract, Operation operation, String owner, Exchange start) {
        String where = start.request().method() + " " + start.request().url();
        Response response = start.response();
        if (response == null) {
            return unanswered(start, where);
        }
        JsonNode body = JsonBody.parse(response.body()).value();
        String noun = contract.keys().ownerNoun().orElse("owner");
        int status = response.status();
        if (status / 100 == 3) {
            return where + " was answered with " + status + " to "
                    + Excerpt.of(String.join(", ", response.header("location")))
                    + ": no redirect is followed; give the right --base-url";
        }
        if (status == 401 || status == 403) {
            return (status == 401 ? "the provider refuses the token with 401" : "the token may not do this (403)")
                    + said(body) + ": it may have expired, or be of another tenant" + skew(response, start);
        }
        if (body == null) {
            return where + " was answered with " + status + " and no JSON" + type(response)
                    + ": that is not the API; a captive portal, a proxy or a wrong --base-url?";
        }
        if (!isOfTheApi(contract, operation, start)) {
            return status == 404
                    ? where + " was answered with 404" + said(body)
                            + ": that is no answer of this operation; a wrong --base-url or --api-version?"
                    : where + " was answered with " + status + said(body) + ", which is no " + contract.task()
                            + " started";
        }
        return switch (status) {
            case 404 ->
                "the provider knows no " + noun + " " + owner + said(body)
                        + ": check --gateway, and that the token is of its tenant";
            case 409 ->
                "the " + noun + " " + owner + " is offline" + said(body)
                        + ": bring it online, or name another with --gateway";
            case 400 -> "the start was refused as invalid" + said(body) + ": check --gateway and --destination";
            case 429 -> "the provider limits this caller" + said(body) + ": try later, or with a lower --rate";
            case 202 -> "the start was accepted, but names no location of the " + contract.task();
            default -> "the start was answered with " + status + said(body);
        };
    }

    private static String unanswered(Exchange start, String where) {
        boolean perhapsSecure = "http".equalsIgnoreCase(start.request().url().getScheme());
        String hint = perhapsSecure ? "; is it https that listens there?" : "";
        if (start.outcome().malformed() != null) {
            return where + " was answered with something that is no HTTP ("
                    + start.outcome().problem() + ")" + hint;
        }
        boolean hungUp = String.valueOf(start.failure()).contains("closed");
        return "the provider cannot be reached at " + start.request().url() + ": " + start.failure()
                + (hungUp ? hint : "");
    }

    private static String said(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            return "";
        }
        String code = body.path("errorCode").asString("");
        String message = body.path("message").asString("");
        String both = (code + " " + message).strip();
        return both.isEmpty() ? "" : " (" + Excerpt.of(both) + ")";
    }

    private static String type(Response response) {
        return response.header("content-type").stream()
                .findFirst()
                .map(type -> " (" + Excerpt.of(type) + ")")
                .orElse("");
    }

    /** A clock that is wrong makes tokens expire early. */
    private static String skew(Response response, Exchange exchange) {
        try {
            String date = response.header("date").stream().findFirst().orElse("");
            Duration ahead = Duration.between(
                    ZonedDateTime.parse(date, DateTimeFormatter.RFC_1123_DATE_TIME)
                            .toInstant(),
                    exchange.start());
            return ahead.abs().compareTo(SKEW) <= 0
                    ? ""
                    : "; the clock of this machine is " + ahead.abs().toMinutes() + " minutes "
                            + (ahead.isNegative() ? "behind" : "ahead of") + " the provider's";
        } catch (DateTimeException e) {
            return "";
        }
    }
}
