package io.gatewayping.contract;

import java.util.function.Predicate;
import java.util.regex.Pattern;

/**
 * One obligation of the contract.
 *
 * @param id stable: the id of its rule, or its place with the names of operations and schemas for their paths
 * @param place where it stands, as a JSON Pointer into the contract
 * @param basis how sure it is
 * @param text what it demands, in words
 * @param kind which check judges it
 * @param supporting whether only a supporting operation is bound by it
 */
public record Clause(String id, String place, Basis basis, String text, Kind kind, boolean supporting) {

    /** The keyword of its schema, empty when it is no clause of a schema. */
    public String keyword() {
        if (kind != Kind.SCHEMA && kind != Kind.HEADER) {
            return "";
        }
        String[] segments = place.split("/", -1);
        String last = segments[segments.length - 1];
        return last.matches("\\d+") ? segments[segments.length - 2] : last;
    }

    /**
     * Whether an id is like a pattern, in which an asterisk stands for anything but a slash.
     *
     * @param id of a clause
     */
    public static boolean isLike(String id, String pattern) {
        return like(pattern).test(id);
    }

    /** The same of many ids. */
    static Predicate<String> like(String pattern) {
        return pattern.contains("*")
                ? Pattern.compile(Pattern.quote(pattern).replace("*", "\\E[^/]*\\Q"))
                        .asMatchPredicate()
                : pattern::equals;
    }

    /** Which check judges a clause. */
    public enum Kind {
        /** The answer is an HTTP message. */
        MESSAGE,
        /** The HTTP status is a documented one. */
        STATUS,
        /** The body is JSON and says so. */
        CONTENT,
        /** A header is there, stands once, and has a value that its schema allows. */
        HEADER,
        /** Without a valid token the answer is 401. */
        SECURITY,
        /** One keyword of a schema. */
        SCHEMA,
        /** A CEL expression on one response. */
        RULE,
        /** A CEL expression on two responses. */
        TRANSITION,
        /** A provider state serves what it says. */
        STATE
    }
}
