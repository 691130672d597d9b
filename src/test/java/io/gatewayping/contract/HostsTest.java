package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which texts may name the same host. */
final class HostsTest {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "www.example.com | www.example.com. | true",
                "WWW.example.com | www.EXAMPLE.com | true",
                "192.0.2.1 | ::ffff:192.0.2.1 | true",
                "2001:db8::1 | 2001:DB8:0:0:0:0:0:0001 | true",
                "[2001:db8::1] | 2001:db8::1 | true",
                "www.example.com | 192.0.2.1 | true",
                "www.example.com | www.example.com (192.0.2.1) | true",
                "192.0.2.1 | www.example.com (192.0.2.1) | true",
                "192.0.2.1 | 192.0.2.1 [www.example.com] | true",
                "münchen.example | xn--mnchen-3ya.example | true",
                "MÜNCHEN.example | münchen.example. | true",
                "münchen.example | xn--mnchen-9za.example | false",
                "a.example (b.example) | a.example | true",
                "a.example (b.example) | b.example | true",
                "192.0.2.1 | 192.0.2.2 | false",
                "www.example.com | www.example.org | false",
                "192.0.2.1 | evil.example.org instead of 192.0.2.1 | false",
                "192.0.2.1 | evil.example.org (192.0.2.2) | false",
                "192.0.2.1 | 192.0.2 | false",
                "2001:db8::1 | 2001:db8::2 | false",
            })
    void agreeWhereTheyMayBeTheSame(String one, String other, boolean agree) {
        assertThat(Hosts.of(one).agreeWith(Hosts.of(other))).isEqualTo(agree);
        assertThat(Hosts.of(other).agreeWith(Hosts.of(one))).isEqualTo(agree);
    }

    /** What resolvers would not ask for is compared as it is spelled. */
    @Test
    void areToldApartHoweverLong() {
        String label = "x".repeat(64);
        String longest = "a.".repeat(293) + "aa (b.example)";

        assertThat(Hosts.of(label + ".example").agreeWith(Hosts.of("y" + label + ".example")))
                .isFalse();
        assertThat(longest).hasSize(600);
        assertThat(Hosts.of(longest).agreeWith(Hosts.of("b.example"))).isTrue();
        assertThat(Hosts.of("a." + longest).agreeWith(Hosts.of("b.example"))).isFalse();
    }
}
