package io.gatewayping.report;

import java.util.stream.Stream;

/**
 * How much of each of many things the page has room for, so that the page of a bad run opens at once as well. All of it is in
 * the reports for programs.
 *
 * @param findings how many there are
 * @param exchanges how many there are
 * @param answered how many bytes the bodies of their answers have
 */
record Room(int findings, int exchanges, long answered) {

    /** How many of those that showed a finding are named. */
    static final int SCENARIOS = 20;

    private static final int FOR_ALL = 250_000;
    private static final int MOST_OF_AN_ANSWER = 6000;

    static Room of(Evidence evidence) {
        return new Room(
                evidence.findings().size(),
                evidence.observed().size(),
                evidence.observed().stream()
                        .flatMap(observed ->
                                Stream.ofNullable(observed.exchange().response()))
                        .mapToLong(response -> response.body().length)
                        .sum());
    }

    /** Before a place in an answer, of it, and behind it. */
    int around() {
        return share(3 * findings, 100, 1500);
    }

    /** Of commands that show a finding again. */
    int commands() {
        return share(findings, 300, 20_000);
    }

    /** Of an answer. */
    int answer() {
        return answered <= FOR_ALL ? MOST_OF_AN_ANSWER : share(exchanges, 300, MOST_OF_AN_ANSWER);
    }

    private static int share(int among, int least, int most) {
        return Math.max(least, Math.min(most, FOR_ALL / Math.max(1, among)));
    }
}
