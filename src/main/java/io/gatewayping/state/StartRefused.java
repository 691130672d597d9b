package io.gatewayping.state;

import io.gatewayping.contract.Contract;
import io.gatewayping.contract.Example;
import io.gatewayping.contract.JsonBody;
import io.gatewayping.contract.Noun;
import io.gatewayping.contract.Operation;
import io.gatewayping.exchange.Excerpt;
import io.gatewayping.exchange.Exchange;
import io.gatewayping.exchange.Response;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** Why a task was not started, in one line that blames the right party and says what to do. */
final class StartRefused {

    private static final Duration SKEW = Duration.ofMinutes(2);

    /** How much of an answer tells what it is. */
    private static final int SHOWN = 100;

    /** How an API says that what a request names cannot be reached now. */
    private static final String OFFLINE = "OFFLINE";

    private final Contract contract;
    private final Operation operation;
    private final Advice advice;
    private final Noun task;

    StartRefused(Contract contract, Operation operation) {
        this.contract = contract;
        this.operation = operation;
        advice = new Advice(contract);
        task = new Noun(contract.task());
    }

    /**
     * Whether an answer is one of this API: JSON with a text, as a code, that the contract documents for its status, or what was
     * to be the documented answer and is broken.
     */
    boolean isOfTheApi(Exchange exchange) {
        Response response = exchange.response();
        if (response == null) {
            return false;
        }
        JsonNode body = JsonBody.parse(response.body()).value();
        if (response.status() / 100 == 2) {
            return (body != null && body.isObject()) || isMeantToBe(response);
        }
        return body != null
                && contract.examples(operation, response.status()).stream()
                        .map(Example::body)
                        .flatMap(documented -> documented.properties().stream())
                        .filter(member -> member.getValue().isString())
                        .anyMatch(member -> member.getValue().equals(body.path(member.getKey())));
    }

    /** Whether an answer has the documented status and says that it is JSON, whatever came of that. */
    private boolean isMeantToBe(Response response) {
        return !contract.examples(operation, response.status()).isEmpty()
                && response.header("content-type").stream().anyMatch(JsonBody::isNamedBy);
    }

    /**
     * Why.
     *
     * @param owner whose task it would have been, empty where the contract knows no owners
     */
    String words(String owner, Exchange start) {
        String where = start.request().method() + " " + start.request().url();
        Response response = start.response();
        if (response == null) {
            return unanswered(start, where, task);
        }
        JsonNode body = JsonBody.parse(response.body()).value();
        int status = response.status();
        if (status / 100 == 3) {
            return where + " was answered with " + status + " to "
                    + Excerpt.of(String.join(", ", response.header("location")))
                    + ": no redirect is followed; give the right --base-url";
        }
        if (status == 401 || status == 403) {
            return (status == 401 ? "the provider refuses the token with 401" : "the token may not do this (403)")
                    + (said(body).isEmpty() ? type(response) + beginning(response) : said(body))
                    + ": it may have expired, or be of another tenant" + skew(response, start);
        }
        if (body == null && !isOfTheApi(start)) {
            return where + " was answered with " + status + " and no JSON" + type(response) + beginning(response)
                    + expected() + ": that is not the API; a captive portal, a proxy or a wrong --base-url?";
        }
        if (!isOfTheApi(start)) {
            return where + " was answered with " + status + type(response) + beginning(response) + expected()
                    + ": that is no answer of this operation; a wrong --base-url or --api-version?"
                    + (status == 404 ? "" : " If not, the provider answers what nobody documents");
        }
        Noun ofTheTask = advice.owner().orElse(new Noun("owner"));
        return switch (status) {
            case 404 ->
                "the provider knows no " + (owner.isEmpty() ? "way to start " + task.one() : ofTheTask + " " + owner)
                        + said(body) + checks(List.of()) + ", and that the token is of its tenant";
            case 409 ->
                !owner.isEmpty() && said(body).contains(OFFLINE)
                        ? "the " + ofTheTask + " " + owner + " is offline" + said(body)
                                + ": bring it online, or name another with " + advice.ownerOption()
                        : "the start was answered with 409" + said(body) + checks(List.of());
            case 400 ->
                "the start was refused as invalid" + said(body)
                        + checks(advice.isTaken(Advice.DESTINATION) ? List.of("--destination") : List.of());
            case 429 -> "the provider limits this caller" + said(body) + ": try later, or with a lower --rate";
            default ->
                status / 100 == 2
                        ? "the start was accepted, but names no location of the " + task + type(response)
                                + beginning(response) + expected()
                        : "the start was answered with " + status + said(body);
        };
    }

    /** What to look at: the options that say what a start is made of. */
    private String checks(List<String> more) {
        List<String> options = new ArrayList<>(advice.startOptions());
        options.addAll(more);
        return ": check " + (options.isEmpty() ? "--base-url" : String.join(" and ", options));
    }

    private static String unanswered(Exchange start, String where, Noun task) {
        boolean perhapsSecure = "http".equalsIgnoreCase(start.request().url().getScheme());
        String hint = perhapsSecure ? "; is it https that listens there?" : "";
        if (start.outcome().malformed() != null) {
            return where + " was answered with something that is no HTTP ("
                    + start.outcome().problem() + ")" + hint;
        }
        if (start.outcome().isLate()) {
            return where + " got " + start.failure() + ": " + task.one()
                    + " may have been started all the same, and a longer --request-timeout may help";
        }
        boolean hungUp = String.valueOf(start.failure()).contains("closed");
        return "the provider cannot be reached at " + start.request().url() + ": " + start.failure()
                + (hungUp ? hint : "");
    }

    /** What it says in the members by which the documented refusals say why. */
    private String said(@Nullable JsonNode body) {
        if (body == null || !body.isObject()) {
            return "";
        }
        String all = contract.examples(operation).stream()
                .filter(refusal -> refusal.status() >= 400)
                .flatMap(refusal -> refusal.body().properties().stream())
                .filter(member -> member.getValue().isString())
                .map(Map.Entry::getKey)
                .distinct()
                .map(member -> body.path(member).asString(""))
                .filter(text -> !text.isBlank())
                .collect(Collectors.joining(" "));
        return all.isEmpty() ? "" : " (" + Excerpt.of(all) + ")";
    }

    private static String beginning(Response response) {
        String text = response.text();
        return text.isEmpty() ? ", with nothing in it" : ", which begins with '" + Excerpt.of(text, SHOWN) + "'";
    }

    /** What whoever starts a task waits for. */
    private String expected() {
        Map<Boolean, List<String>> documented = contract.examples(operation).stream()
                .map(Example::status)
                .distinct()
                .sorted()
                .collect(Collectors.partitioningBy(
                        status -> status / 100 == 2, Collectors.mapping(String::valueOf, Collectors.toList())));
        return "; expected is " + String.join(" or ", documented.get(true)) + " with the location of " + task.one()
                + ", or one of the documented refusals (" + String.join(", ", documented.get(false)) + ")";
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
