package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whatever a contract calls its tasks and their owners, sentences stay English. */
final class NounTest {

    @ParameterizedTest
    @CsvSource({
        "ping test, a ping test, ping tests",
        "access point, an access point, access points",
        "ARP entry, an ARP entry, ARP entries",
        "relay, a relay, relays",
        "switch, a switch, switches",
        "bus, a bus, buses",
    })
    void hasAnArticleAndAPlural(String word, String one, String several) {
        assertThat(new Noun(word).one()).isEqualTo(one);
        assertThat(new Noun(word).several()).isEqualTo(several);
        assertThat(new Noun(word)).hasToString(word);
    }
}
