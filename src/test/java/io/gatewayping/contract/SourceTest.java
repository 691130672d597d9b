package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Where a contract was read from, and in which line each of its places stands. */
final class SourceTest {

    private static final String TEXT = "a:\n  b/c:\n    - x\n    - {d: 1,\n       e~: 2}\nf: 3\n";

    @ParameterizedTest
    @CsvSource({"contract.yaml, contract.yaml", "/some/where/contract.yaml, contract.yaml", "C:\\x\\y.yaml, y.yaml"})
    void hasTheNameOfItsFile(String file, String name) {
        assertThat(new Source(file, "1", TEXT).name()).isEqualTo(name);
    }

    @Test
    void isKnownByItsText() {
        assertThat(new Source("a", "1", "abc").text()).isEqualTo("abc");
        assertThat(new Source("a", "1", "abc").sha256())
                .isEqualTo("ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
    }

    @ParameterizedTest
    @CsvSource({
        "'', 1",
        "/, 1",
        "/a, 1",
        "/a/b~1c, 2",
        "/a/b~1c/0, 3",
        "/a/b~1c/1, 4",
        "/a/b~1c/1/d, 4",
        "/a/b~1c/1/e~0, 5",
        "/a/b~1c/2, 2",
        "/a/b~1c/x, 2",
        "/a/nothing/0, 1",
        "/f, 6",
        "/f/deeper, 6",
    })
    void knowsTheLineOfAPlace(String pointer, int line) {
        assertThat(new Source("a", "1", TEXT).lines().of(pointer)).isEqualTo(line);
    }

    @ParameterizedTest
    @CsvSource({"/a, 2", "/a/b~1c, 3", "/a/b~1c/0, 4", "/a/b~1c/1, 5", "/a/b~1c/1/d, 5", "/a/b~1c/2, 3", "/f, 7"})
    void knowsTheLineOfAPlaceInJson(String pointer, int line) {
        String json = "{\n\t\"a\": {\n\t\t\"b/c\": [\n\t\t\t1,\n\t\t\t{\"d\": 1}\n\t\t]},\n\t\"f\": 3}";

        assertThat(new Source("a", "1", json).lines().of(pointer)).isEqualTo(line);
    }
}
