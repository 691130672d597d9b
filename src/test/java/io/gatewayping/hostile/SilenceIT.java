package io.gatewayping.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

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
