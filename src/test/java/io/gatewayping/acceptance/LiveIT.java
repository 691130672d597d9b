package io.gatewayping.acceptance;

import static org.assertj.core.api.Assertions.assertThat;

import io.gatewayping.acceptance.LiveProvider.Kind;
import io.gatewayping.acceptance.LiveRun.Authority;
import java.io.IOException;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A deployment is judged as a caller can, without a state-change URL. */
final class LiveIT {

    private static final Tampering HONEST = new Tampering(Map.of(), null, Map.of(), null, null);

    @TempDir
    static Path folder;

    private static Authority authority;

    @BeforeAll
    static void found() throws IOException, InterruptedException, GeneralSecurityException {
        authority = Authority.in(folder);
    }

    @Test
    void anHonestDeploymentConformsAsFarAsACallerCanTell(@TempDir Path reports) throws IOException {
        try (LiveProvider provider = LiveProvider.start(Kind.of(LiveRun.TOKEN), HONEST, authority.shown())) {
            LiveRun run = run(
                    provider,
                    reports,
                    "--gateway=" + LiveProvider.GATEWAY,
                    "--other-gateway=" + LiveProvider.OTHER_GATEWAY,
                    "--failing-destination=" + LiveProvider.FAILING);
            System.err.println(run.console());

            assertThat(provider.defects()).isEmpty();
            assertThat(run.console()).contains("CONFORMS as far as a caller can tell: ", " not exercised");
            assertThat(run.exit()).as(run.console()).isZero();
            assertThat(provider.starts()).isEqualTo(2);
            assertThat(provider.requests()).isLessThanOrEqualTo(150);
            assertThat(run.traces()).isEmpty();
        }
    }

    private static LiveRun run(LiveProvider provider, Path reports, String... more) throws IOException {
        return LiveRun.of(provider.baseUrl(), authority.pem(), reports, more);
    }
}
