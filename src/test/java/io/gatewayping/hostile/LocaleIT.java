package io.gatewayping.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a provider answers is read alike wherever the gate runs. */
@Timeout(120)
final class LocaleIT {

    @ParameterizedTest
    @ValueSource(strings = {"tr", "az", "ar", "fa", "th"})
    void changesNothing(String language) throws IOException, InterruptedException {
        try (RawServer provider = RawServer.start(HonestAnswers::of)) {
            Judged judged = GateJvm.judge(provider.url(), List.of("-Duser.language=" + language), Judged.SMOKE);

            assertThat(judged.told()).isEmpty();
            assertThat(judged.exit()).isZero();
        }
    }
}
