package io.gatewayping.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.gatewayping.exchange.Key;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.TreeSet;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What names a task, how such a name is drawn, and how provider states call it; by the real contract and small ones. */
final class KeyFormTest {

    private static final Key KEY = key("CN1", "t-1");
    private static final RandomGenerator RANDOM = new SplittableRandom(1);

    private KeyForm real;
    private KeyForm small;
    private KeyForm ownerless;

    @BeforeEach
    void read() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/contract/small.yaml"));
        real = Contract.load(Path.of("openapi/gateway-ping.yaml")).keys();
        small = Contract.parse(
                        "small.yaml",
                        text.replace("example: SN1", "example: Az-09").replace("of SN1", "of Az-09"))
                .keys();
        ownerless = Contract.parse(
                        "small.yaml",
                        text.replace(" x-owner: gateway,", "").replace(", otherSerialNumber: a job runs", ""))
                .keys();
    }

    @Test
    void knowsWhichParameterIsWhat() {
        assertThat(real.id()).isEqualTo("task-id");
        assertThat(real.owner()).contains("serial-number");
        assertThat(real.ownerNoun()).contains("gateway");
        assertThat(real.example()).isEqualTo(key("CNF7K9X0AB", "c7a3f2d1-e8a9-4b7c-8d1e-0f9a3b2c1d0e"));
        assertThat(ownerless.id()).isEqualTo("task-id");
        assertThat(ownerless.owner()).isEmpty();
        assertThat(ownerless.ownerNoun()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({"testNumber, true", "siteId, false", "serialNumber, false", "otherSerialNumber, false", "other, false"})
    void aParamIsANumberWhereTheContractHasOne(String param, boolean number) {
        KeyForm cable = Contract.load(Path.of("src/test/resources/cable/cable-test.yaml"))
                .keys();

        assertThat(cable.said(param, "470811")).isEqualTo("470811");
        assertThat(cable.said(param, 470811)).isEqualTo(number ? "470811" : "");
        assertThat(cable.said(param, true)).isEmpty();
        assertThat(cable.said(param, null)).isEmpty();
    }

    @Test
    void drawsByPatternAndByFormat() {
        assertThat(drawn(real, "serial-number"))
                .allMatch(it -> it.matches("CN[A-HJ-NP-Z0-9]{8}"))
                .hasSize(100);
        assertThat(drawn(real, "task-id"))
                .allMatch(it -> it.matches("[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}"))
                .hasSize(100);
    }

    @Test
    void drawsInTheLikenessOfTheExample() {
        List<String> drawn = IntStream.range(0, 1000)
                .mapToObj(seed -> small.fresh(new SplittableRandom(seed)).value("serial-number"))
                .toList();

        assertThat(characters(drawn, 0)).isEqualTo("ABCDEFGHIJKLMNOPQRSTUVWXYZ");
        assertThat(characters(drawn, 1)).isEqualTo("abcdefghijklmnopqrstuvwxyz");
        assertThat(characters(drawn, 2)).isEqualTo("-");
        assertThat(characters(drawn, 3)).isEqualTo("0123456789");
        assertThat(characters(drawn, 4)).isEqualTo("123456789");
    }

    @Test
    void drawsByTheSchemasPatternWhereNothingLikeTheExampleKeepsIt() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/contract/small.yaml"));
        KeyForm form = Contract.parse(
                        "small.yaml",
                        text.replace(
                                        "{type: string}, example: t-1",
                                        "{type: string, pattern: '^t-[0-9]{4,6}$'}, example: t-1")
                                .replace("t-1", "t-4711"))
                .keys();

        assertThat(drawn(form, "task-id"))
                .allMatch(it -> it.matches("t-[0-9]{4,6}"))
                .hasSizeGreaterThan(95);
    }

    @Test
    void changesOwnerOrIdAlone() {
        assertThat(real.with(Map.of("serial-number", "CN7"), RANDOM).value("serial-number"))
                .isEqualTo("CN7");
        assertThat(real.with(Map.of("serial-number", "CN7"), RANDOM).value("task-id"))
                .hasSize(36);
        assertThat(real.under("CN7", KEY)).isEqualTo(key("CN7", "t-1"));
        assertThat(real.underAnotherOwner(KEY, RANDOM).value("serial-number")).matches("CN[A-Z0-9]{8}");
        assertThat(real.underAnotherOwner(KEY, RANDOM).value("task-id")).isEqualTo("t-1");
        assertThat(real.withAnotherId(KEY, RANDOM).value("serial-number")).isEqualTo("CN1");
        assertThat(real.withAnotherId(KEY, RANDOM).value("task-id")).hasSize(36);
    }

    @Test
    void drawsAnotherWhereThereAreFew() throws IOException {
        KeyForm few = fewKeys("SN[12]", "[a-z]{6}");
        Key key = few.example();

        assertThat(IntStream.range(0, 100)).allSatisfy(seed -> {
            RandomGenerator random = new SplittableRandom(seed);
            assertThat(few.underAnotherOwner(key, random).value("serial-number"))
                    .isEqualTo("SN2");
            assertThat(few.withAnother("serial-number", key, random)).isEqualTo(key("SN2", "t-1"));
        });
        assertThat(few.withAnother("nothing", key, RANDOM)).isEqualTo(key);
    }

    @ParameterizedTest
    @CsvSource({
        "SN1, '[a-z]{9}', SerialNumber: only one value of it is drawn",
        "'[A-Z]{9}', t-1, TaskId: only one value of it is drawn",
        "SN[0-9], 't-[0-9]{2}', 'TaskId: with all parameters, 1000 keys can be drawn, and of fewer than 100000 one comes again'",
        "'[0-9]{3}', 'SN[0-8][0-9]', 'TaskId: with all parameters, 90000 keys can be drawn'",
    })
    void needsMoreKeysThanARunDraws(String owners, String ids, String message) {
        assertThatThrownBy(() -> fewKeys(owners, ids))
                .isInstanceOf(InvalidContract.class)
                .hasMessageStartingWith("small.yaml: /components/parameters/" + message)
                .hasMessageContaining("; x-fresh takes a pattern of more");
    }

    @ParameterizedTest
    @CsvSource({"'[0-9]{3}', '[0-9]{2}'", "SN[12], '[a-z]+'", "SN[12], '[0-9a-f]{12}'"})
    void hasEnoughOfThem(String owners, String ids) throws IOException {
        assertThat(fewKeys(owners, ids).id()).isEqualTo("task-id");
    }

    @Test
    void needsMoreKeysThanThereAreInTheLikenessOfAnExample() throws IOException {
        String text = Files.readString(Path.of("src/test/resources/contract/small.yaml"))
                .replace("SN1", "S1");

        assertThatThrownBy(() -> Contract.parse("small.yaml", text))
                .isInstanceOf(InvalidContract.class)
                .hasMessageContaining("/TaskId: with all parameters, 54756 keys can be drawn");
    }

    private static KeyForm fewKeys(String owners, String ids) throws IOException {
        String text = Files.readString(Path.of("src/test/resources/contract/small.yaml"));
        return Contract.parse(
                        "small.yaml",
                        text.replace("x-owner: gateway,", "x-owner: gateway, x-fresh: '" + owners + "',")
                                .replace("{name: task-id,", "{name: task-id, x-fresh: '" + ids + "',"))
                .keys();
    }

    @Test
    void changesWhatElseThePathNames() {
        KeyForm cable = Contract.load(Path.of("src/test/resources/cable/cable-test.yaml"))
                .keys();
        Key changed = cable.withAnother("site-id", cable.example(), RANDOM);

        assertThat(cable.others()).containsExactly("site-id");
        assertThat(real.others()).isEmpty();
        assertThat(changed.value("site-id")).matches("(campus|branch)-[0-9]{4}").isNotEqualTo("campus-0042");
        assertThat(changed.with("site-id", "campus-0042")).isEqualTo(cable.example());
    }

    @ParameterizedTest
    @CsvSource({"/jobs/{task-id}/of/{serial-number}", "/{serial-number}/jobs/{task-id}"})
    void knowsTheOwnerWhereverItStands(String path) throws IOException {
        String text = Files.readString(Path.of("src/test/resources/contract/small.yaml"));
        KeyForm form = Contract.parse("small.yaml", text.replace("/gateways/{serial-number}/jobs/{task-id}", path))
                .keys();

        assertThat(form.id()).isEqualTo("task-id");
        assertThat(form.owner()).contains("serial-number");
    }

    @Test
    void hasNoOwnerToChange() {
        assertThat(ownerless.under("CN7", KEY)).isEqualTo(KEY);
        assertThat(ownerless.underAnotherOwner(KEY, RANDOM)).isEqualTo(KEY);
        assertThat(ownerless.with(Map.of("site", "CN7"), RANDOM).value("serial-number"))
                .matches("[A-Z]{2}[1-9]");
        assertThat(ownerless.namedUnderAnotherOwner(name -> "x")).isEqualTo(key("x", "x"));
        assertThat(ownerless.otherOwner()).isEmpty();
        assertThat(ownerless.params(KEY, key("CN2", "t-1"))).isEqualTo(Map.of("serialNumber", "CN1", "taskId", "t-1"));
    }

    @Test
    void isCalledInCamelCaseByProviderStates() {
        assertThat(real.params(KEY, null)).isEqualTo(Map.of("serialNumber", "CN1", "taskId", "t-1"));
        assertThat(real.params(KEY, key("CN2", "t-1")))
                .isEqualTo(Map.of("serialNumber", "CN1", "taskId", "t-1", "otherSerialNumber", "CN2"));
        assertThat(real.paramNames(false)).containsExactly("serialNumber", "taskId");
        assertThat(real.paramNames(true)).containsExactly("serialNumber", "taskId", "otherSerialNumber");
        assertThat(real.otherOwner()).isEqualTo("otherSerialNumber");
    }

    @Test
    void isReadOutOfTheParamsOfAState() {
        Map<String, String> params = Map.of("serialNumber", "CN1", "taskId", "t-1", "otherSerialNumber", "CN2");

        assertThat(real.named(params::get)).isEqualTo(KEY);
        assertThat(real.namedUnderAnotherOwner(params::get)).isEqualTo(key("CN2", "t-1"));
    }

    private static List<String> drawn(KeyForm form, String parameter) {
        return IntStream.range(0, 100)
                .mapToObj(seed -> form.fresh(new SplittableRandom(seed)).value(parameter))
                .distinct()
                .toList();
    }

    private static String characters(List<String> drawn, int index) {
        TreeSet<String> characters = new TreeSet<>();
        drawn.forEach(it -> characters.add(it.substring(index, index + 1)));
        return String.join("", characters);
    }

    private static Key key(String owner, String id) {
        return new Key(Stream.of(Map.entry("serial-number", owner), Map.entry("task-id", id))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue, (a, b) -> a, LinkedHashMap::new)));
    }
}
