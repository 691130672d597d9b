package io.gatewayping.hostile;

import static io.gatewayping.hostile.Misbehaviour.BROKEN;
import static io.gatewayping.hostile.Misbehaviour.INCONCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Providers whose answers are meant to be too much for whoever reads them. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
final class HostileAnswerIT {

    private static final String OF_200 = "getPingTest/responses/200/content: ";
    private static final String TOO_LONG = "the answer is longer than 512 KiB";
    private static final String TOO_MANY = "more than 100 header lines";
    private static final String CHUNKED =
            "HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nTransfer-Encoding: chunked\r\n\r\n";

    static Stream<Misbehaviour> misbehaviours() throws IOException {
        return Stream.of(
                unreadable("a body of 64 MiB", HostileAnswerIT::sendHugeBody, TOO_LONG),
                unreadable("endless chunks", endless(CHUNKED, "400\r\n" + "x".repeat(1024) + "\r\n"), TOO_LONG),
                unreadable("endless body without a length", endless("HTTP/1.1 200 OK\r\n\r\n", "xxxx"), TOO_LONG),
                unreadable("endless trailers", endless(CHUNKED + "2\r\n{}\r\n0\r\n", "a: b\r\n"), TOO_MANY),
                unreadable(
                        "ten megabytes of headers",
                        call -> call.sendForEver(
                                "HTTP/1.1 200 OK\r\n" + ("a: " + "b".repeat(16_000) + "\r\n").repeat(100)),
                        TOO_LONG),
                unreadable(
                        "a million digits",
                        call -> call.send(Answers.json(200, Answers.running(",\"more\":" + "9".repeat(1_000_000)))),
                        TOO_LONG),
                unreadable("an endless chunk header", endless(CHUNKED + "1;", "x"), "longer than"),
                unreadable("many header lines", endless("HTTP/1.1 200 OK\r\n", "a: b\r\n"), TOO_MANY),
                unreadable(
                        "one long header line",
                        endless("HTTP/1.1 200 OK\r\na: ", "x"),
                        "a header line longer than 16 KiB"),
                unreadable("a long status line", endless("HTTP/1.1 200 ", "x"), "longer than 16 KiB"),
                broken(
                        "deep nesting",
                        Answers.running(",\"more\":" + "[".repeat(100_000)),
                        "more than is read of JSON"),
                broken("deep objects", "{\"a\":".repeat(100_000), "more than is read of JSON"),
                broken(
                        "half a million digits",
                        "{\"progressPercent\":" + "9".repeat(500_000) + "}",
                        "more than is read of JSON"),
                broken(
                        "half a million decimals",
                        "{\"progressPercent\":0." + "9".repeat(500_000) + "}",
                        "more than is read"),
                inTwoHalves("from the first one on", ""),
                inTwoHalves("from the second one on", "x"),
                broken("a member named twice", Answers.running(",\"status\":\"COMPLETED\""), "a member is named twice"),
                new Misbehaviour(
                        "a huge exponent",
                        Answering.reads(
                                call -> call.send(
                                        Answers.json(
                                                200,
                                                "{\"status\":\"RUNNING\",\"startTime\":\"2026-01-01T00:00:00Z\",\"progressPercent\":1e999999999}"))),
                        BROKEN,
                        "PingTest/properties/progressPercent"),
                new Misbehaviour(
                        "a message that asks a pattern to go back again and again",
                        Answering.reads(call ->
                                call.send(Answers.json(404, Answers.notFound("a".repeat(500_000) + "\\n\\nb")))),
                        BROKEN,
                        "Problem/properties/message/pattern"),
                new Misbehaviour(
                        "as many small members as fit",
                        Answering.reads(
                                call -> call.send(Answers.json(404, "{\"more\":[" + "[],".repeat(170_000) + "[]]}"))),
                        BROKEN,
                        "more than is read of JSON"),
                new Misbehaviour(
                        "bytes that are no UTF-8",
                        Answering.reads(call -> call.send(Answers.json(
                                200, Answers.running(",\"more\":\"\u00e9\"").getBytes(StandardCharsets.ISO_8859_1)))),
                        BROKEN,
                        OF_200 + "not UTF-8"),
                new Misbehaviour(
                        "a token of somebody who may not read",
                        Answering.reads(call -> call.send(Answers.json(403, "{\"message\":\"not for you\"}"))),
                        Misbehaviour.INCONCLUSIVE,
                        "the provider refuses the token with 403"),
                new Misbehaviour(
                        "a gzip bomb", Answering.reads(gzipped(new byte[64 << 20])), BROKEN, OF_200 + "not UTF-8"));
    }

    @ParameterizedTest
    @MethodSource("misbehaviours")
    void isToldFor(Misbehaviour misbehaviour) throws IOException {
        Judged judged = Judged.by(misbehaviour.answering());

        assertThat(judged.told()).anySatisfy(it -> assertThat(it).contains(misbehaviour.told()));
        assertThat(judged.exit()).isEqualTo(misbehaviour.exit());
    }

    /** Wherever what is shown is cut off, one of these two is cut within a character. */
    private static Misbehaviour inTwoHalves(String name, String first) {
        String message = Answers.notFound(first + "\ud83d\ude00".repeat(50_000) + "\\nb");
        return new Misbehaviour(
                "characters of two halves " + name,
                Answering.reads(call -> call.send(Answers.json(404, message.getBytes(StandardCharsets.UTF_8)))),
                BROKEN,
                "Problem/properties/message/pattern");
    }

    private static Misbehaviour unreadable(String name, Answering bad, String told) {
        return new Misbehaviour(name, Answering.readsAfter(1, bad), INCONCLUSIVE, told);
    }

    private static Misbehaviour broken(String name, String body, String told) {
        return new Misbehaviour(
                name, Answering.reads(call -> call.send(Answers.json(200, body))), BROKEN, OF_200 + told);
    }

    private static Answering endless(String head, String repeated) {
        return call -> {
            call.send(head);
            call.sendForEver(repeated.repeat(1000));
        };
    }

    private static void sendHugeBody(Call call) throws IOException {
        call.send(Answers.head(200, "", 64 << 20));
        for (int mebibyte = 0; mebibyte < 64; mebibyte++) {
            call.send(" ".repeat(1 << 20));
        }
    }

    private static Answering gzipped(byte[] content) throws IOException {
        ByteArrayOutputStream packed = new ByteArrayOutputStream();
        try (GZIPOutputStream gzip = new GZIPOutputStream(packed)) {
            gzip.write(content);
        }
        return call -> call.send(Answers.withHeaders(200, "Content-Encoding: gzip\r\n", packed.toByteArray()));
    }
}
