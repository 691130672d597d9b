package io.gatewayping.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The gate, alone in its JVM, does with 256 MiB what takes the most of them. */
@Timeout(180)
final class HeapIT {

    static Stream<Misbehaviour> misbehaviours() {
        return Stream.of(
                sends(
                        "as many small values as fit",
                        "{\"more\":[" + "[],".repeat(170_000) + "[]]}",
                        "more than is read of JSON"),
                sends("a message as long as fits", Answers.notFound("a ".repeat(250_000) + "\\nb"), "message/pattern"));
    }

    @ParameterizedTest
    @MethodSource("misbehaviours")
    void suffices(Misbehaviour misbehaviour) throws IOException, InterruptedException {
        try (RawServer provider = RawServer.start(misbehaviour.answering())) {
            Judged judged = GateJvm.judge(provider.url(), List.of("-Xmx256m"));

            assertThat(judged.told()).anySatisfy(it -> assertThat(it).contains(misbehaviour.told()));
            assertThat(judged.exit()).isEqualTo(misbehaviour.exit());
        }
    }

    private static Misbehaviour sends(String name, String body, String told) {
        return new Misbehaviour(
                name, Answering.reads(call -> call.send(Answers.json(404, body))), Misbehaviour.BROKEN, told);
    }
}
