package io.gatewayping.hostile;

import static io.gatewayping.hostile.Misbehaviour.BROKEN;
import static io.gatewayping.hostile.Misbehaviour.INCONCLUSIVE;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Providers that break the connection, or the protocol on it. */
@Execution(ExecutionMode.CONCURRENT)
@Timeout(120)
final class BrokenConnectionIT {

    static Stream<Misbehaviour> misbehaviours() {
        return Stream.of(
                        reads("resets before the headers", Call::reset, "SocketException"),
                        reads("closes before the headers", Call::close, "closed without an HTTP answer"),
                        reads(
                                "resets within the headers",
                                sendsAndResets("HTTP/1.1 200 OK\r\nContent-Ty"),
                                "SocketException"),
                        reads(
                                "resets after the headers",
                                sendsAndResets(Answers.head(200, "", 100)),
                                "SocketException"),
                        broken(
                                "closes within the headers",
                                sendsAndCloses("HTTP/1.1 200 OK\r\nContent-Ty"),
                                "after 27 bytes"),
                        broken(
                                "closes within the body",
                                sendsAndCloses(Answers.head(200, "", 100) + "{"),
                                "the connection was closed after "),
                        reads("is silent", Call::beSilent, "no complete answer within 2.0 s"),
                        reads("drips", BrokenConnectionIT::drip, "no complete answer within 2.0 s"),
                        broken("speaks no HTTP", sendsAndCloses("SSH-2.0-server\r\n"), "SSH-2.0-server"),
                        broken("babbles", call -> call.sendForEver("la la la\r\n"), "la la la"),
                        broken(
                                "has a status that is no number",
                                sendsAndCloses("HTTP/1.1 abc\r\n\r\n"),
                                "HTTP/1.1 abc"),
                        reads("continues for ever", floods("HTTP/1.1 100 Continue\r\n\r\n"), "longer than 512 KiB"),
                        reads("hints for ever", floods("HTTP/1.1 103 Early Hints\r\n\r\n"), "longer than 512 KiB"),
                        broken(
                                "promises more than it sends",
                                sendsAndCloses(Answers.head(200, "", 9999) + Answers.running("")),
                                "the connection was closed after "),
                        broken(
                                "has a status of four digits",
                                sendsAndCloses("HTTP/1.1 0200 OK\r\n\r\n"),
                                "HTTP/1.1 0200 OK"),
                        Stream.of(new Misbehaviour(
                                "promises less than it sends",
                                Answering.reads(call -> call.send(Answers.head(200, "", 20) + Answers.running(""))),
                                BROKEN,
                                "getPingTest/responses/200/content: not JSON")),
                        stateChanges("resets", Call::reset, "SocketException"),
                        stateChanges("is silent", Call::beSilent, "no complete answer within 2.0 s"),
                        stateChanges("drips", BrokenConnectionIT::drip, "no complete answer within 2.0 s"),
                        stateChanges(
                                "speaks no HTTP",
                                sendsAndCloses("SSH-2.0-server\r\n"),
                                "the answer is no HTTP message"),
                        stateChanges("fails", call -> call.send(Answers.json(500, "{}")), "it answered 500"),
                        stateChanges(
                                "continues for ever", floods("HTTP/1.1 100 Continue\r\n\r\n"), "longer than 512 KiB"))
                .flatMap(it -> it);
    }

    @ParameterizedTest
    @MethodSource("misbehaviours")
    void isToldFor(Misbehaviour misbehaviour) throws IOException {
        Judged judged = Judged.by(misbehaviour.answering());

        assertThat(judged.told()).anySatisfy(it -> assertThat(it).contains(misbehaviour.told()));
        assertThat(judged.exit()).isEqualTo(misbehaviour.exit());
    }

    /** From the first request on, and when the run has begun. */
    private static Stream<Misbehaviour> reads(String name, Answering bad, String told) {
        return Stream.of(
                new Misbehaviour(name, Answering.reads(bad), INCONCLUSIVE, told),
                new Misbehaviour(name + ", later", Answering.readsAfter(1, bad), INCONCLUSIVE, told));
    }

    /** The same for what is no HTTP, which is the provider's own doing. */
    private static Stream<Misbehaviour> broken(String name, Answering bad, String told) {
        return Stream.of(
                new Misbehaviour(name, Answering.reads(bad), BROKEN, told),
                new Misbehaviour(name + ", later", Answering.readsAfter(1, bad), BROKEN, told));
    }

    private static Stream<Misbehaviour> stateChanges(String name, Answering bad, String told) {
        String state = "the state change " + name;
        return Stream.of(
                new Misbehaviour(state, Answering.stateChangesAfter(0, bad), INCONCLUSIVE, told),
                new Misbehaviour(state + ", later", Answering.stateChangesAfter(2, bad), INCONCLUSIVE, told));
    }

    private static Answering sendsAndResets(String text) {
        return call -> {
            call.send(text);
            call.pause(50);
            call.reset();
        };
    }

    private static Answering sendsAndCloses(String text) {
        return call -> {
            call.send(text);
            call.close();
        };
    }

    private static Answering floods(String text) {
        return call -> call.sendForEver(text.repeat(1000));
    }

    private static void drip(Call call) throws IOException {
        for (byte next : Answers.json(200, Answers.running(""))) {
            call.send(new byte[] {next});
            call.pause(1000);
        }
    }
}
