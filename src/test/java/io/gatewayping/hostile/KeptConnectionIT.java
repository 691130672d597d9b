package io.gatewayping.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Providers that conform but for what they do with a connection after an answer. */
@Timeout(180)
final class KeptConnectionIT {

    private static final int RUNS = 4;

    static Stream<Misbehaviour> habits() {
        return Stream.of(
                conforms("closes each connection after one answer", call -> {
                    HonestAnswers.of(call);
                    call.close();
                }),
                conforms("resets each connection after one answer", call -> {
                    HonestAnswers.of(call);
                    call.pause(5);
                    call.reset();
                }),
                conforms("closes connections that are idle for 50 ms", call -> {
                    HonestAnswers.of(call);
                    call.connection().setSoTimeout(50);
                }),
                conforms("hints before it answers", call -> {
                    call.send("HTTP/1.1 103 Early Hints\r\nLink: </>\r\n\r\n");
                    HonestAnswers.of(call);
                }));
    }

    @ParameterizedTest
    @MethodSource("habits")
    void raisesNoFalseAlarm(Misbehaviour habit) throws IOException {
        for (int run = 0; run < RUNS; run++) {
            Judged judged = Judged.by(habit.answering());

            assertThat(judged.told()).isEmpty();
            assertThat(judged.exit()).isEqualTo(habit.exit());
        }
    }

    @Test
    void asksEachRequestOnce() throws IOException {
        try (RawServer provider = RawServer.start(HonestAnswers::of)) {
            Judged judged = Judged.by(provider.url());

            assertThat(provider.reads() + provider.stateChanges()).isEqualTo(judged.requests());
        }
    }

    @Test
    void aSecondAnswerIsNotTakenForTheNextOne() throws IOException {
        byte[] second = Answers.json(500, "{\"this\":\"was not asked for\"}");

        Judged judged = Judged.by(call -> call.send(Answers.joined(
                new String(HonestAnswers.bytes(call), java.nio.charset.StandardCharsets.ISO_8859_1), second)));

        assertThat(judged.told()).isNotEmpty().allSatisfy(it -> assertThat(it)
                .startsWith("getPingTest/message: HTTP/1.1 500 Whatever"));
        assertThat(judged.exit()).isEqualTo(Misbehaviour.BROKEN);
    }

    private static Misbehaviour conforms(String name, Answering habit) {
        return new Misbehaviour(name, habit, 0, "");
    }
}
