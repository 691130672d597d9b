package io.gatewayping.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A provider that stops answering is not asked on for ever. */
@Timeout(60)
final class SilenceIT {

    private static final String NOT_RUN = "not run, since the provider left 4 requests unanswered";

    @Test
    void theRestIsNotRun() throws IOException {
        try (RawServer provider = RawServer.start(Answering.readsAfter(1, Call::beSilent))) {
            Judged judged = Judged.byAllScenarios(provider.url());

            assertThat(judged.told()).filteredOn(it -> it.endsWith(NOT_RUN)).hasSizeGreaterThan(30);
            assertThat(judged.exit()).isEqualTo(Misbehaviour.INCONCLUSIVE);
            assertThat(provider.reads()).isLessThan(12);
            assertThat(judged.exchanges()).isEqualTo(provider.reads());
        }
    }

    @Test
    void whatWasFoundBeforeIsFound() throws IOException {
        Judged judged = Judged.by(Answering.reads(call -> {
            if (call.number() < 4) {
                call.send(Answers.json(200, "{}"));
            } else {
                call.beSilent();
            }
        }));

        assertThat(judged.told()).anySatisfy(it -> assertThat(it).endsWith(NOT_RUN));
        assertThat(judged.exit()).isEqualTo(Misbehaviour.BROKEN);
    }

    @ParameterizedTest
    @CsvSource({"2, INCONCLUSIVE, 3", "1, DOES_NOT_CONFORM, 1"})
    void whoeverStopsTheRunIsToldWhatWasSeen(int good, String verdict, int exit, @TempDir Path folder)
            throws IOException, InterruptedException {
        Path printed = folder.resolve("printed");
        try (RawServer provider = RawServer.start(Answering.readsAfter(good, call -> {
            if (call.number() > 2) {
                call.beSilent();
            }
            call.send(Answers.json(200, "{}"));
        }))) {
            Process gate = GateJvm.start(
                    List.of(),
                    printed,
                    printed,
                    "check",
                    Judged.SMOKE,
                    "--base-url=" + provider.url(),
                    "--request-timeout=5m",
                    "--report-dir=" + folder);
            await().atMost(Duration.ofMinutes(1)).until(() -> provider.reads() > 2);
            gate.destroy();

            assertThat(gate.waitFor()).as(Files.readString(printed)).isEqualTo(exit);
        }
        assertThat(Files.readString(printed))
                .contains("  stopped by its user\n")
                .contains(verdict + ": ", " not exercised\n")
                .doesNotContain("as far as a caller can tell");
        assertThat(folder.resolve("junit.xml")).content().contains("stopped by its user");
        assertThat(folder).isDirectoryNotContaining("glob:**/.running-*");
    }

    @Test
    void aFewUnansweredRequestsDoNotEndTheRun() throws IOException {
        Judged judged = Judged.by(Answering.reads(call -> {
            if (call.number() > 1 && call.number() < 5) {
                call.beSilent();
            } else {
                HonestAnswers.of(call);
            }
        }));

        assertThat(judged.told()).hasSizeLessThan(10).noneSatisfy(it -> assertThat(it)
                .endsWith(NOT_RUN));
        assertThat(judged.exit()).isEqualTo(Misbehaviour.INCONCLUSIVE);
    }
}
