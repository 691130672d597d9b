package io.gatewayping.acceptance;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.fail;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;

/**
 * Reports and documentation in a browser, by {@code src/test/npm/pages.test.cjs}: one run of it, whose tests are these. With
 * {@code -Dpictures=target/pages}, what the pages look like at three widths is in {@code target/pages/shots} then, and the
 * pictures of the README in the folder that is named; {@code -Dpictures=docs/img} renews them.
 */
final class PagesIT {

    private static final Path FOLDER = Path.of("target/pages");
    private static final Path TESTS = Path.of("src/test/npm/pages.test.cjs");
    private static final String CHROMIUM = System.getenv().getOrDefault("CHROMIUM", "/usr/bin/chromium");

    @TestFactory
    Stream<DynamicTest> pages() throws Exception {
        installed();
        WrittenPages.into(FOLDER);
        Document tested = tested();
        NodeList cases = tested.getElementsByTagName("testcase");
        assertThat(cases.getLength()).isGreaterThan(20);
        return IntStream.range(0, cases.getLength())
                .mapToObj(cases::item)
                .map(Element.class::cast)
                .map(test -> DynamicTest.dynamicTest(test.getAttribute("name"), () -> told(test)));
    }

    /** Where there is no browser these tests are left out, but never where CI says that there is one. */
    private static void installed() {
        NodeModules.required();
        if (System.getenv("CHROMIUM") != null) {
            assertThat(Path.of(CHROMIUM)).as("the variable CHROMIUM").exists();
        }
        assumeTrue(Files.exists(Path.of(CHROMIUM)), "no browser: set CHROMIUM, or install chromium");
    }

    private static Document tested() throws Exception {
        Path junit = FOLDER.resolve("junit.xml");
        Path log = FOLDER.resolve("pages.log");
        Files.deleteIfExists(junit);
        ProcessBuilder builder = new ProcessBuilder(
                        "node", "--test-reporter=junit", "--test-reporter-destination=" + junit, TESTS.toString())
                .redirectErrorStream(true)
                .redirectOutput(log.toFile());
        Map<String, String> environment = builder.environment();
        environment.put("PAGES", FOLDER.toString());
        environment.put("CHROMIUM", CHROMIUM);
        Optional.ofNullable(System.getProperty("pictures")).ifPresent(folder -> environment.put("PICTURES", folder));
        Process process = builder.start();
        try {
            assertThat(process.waitFor(5, TimeUnit.MINUTES)).as("ends in time").isTrue();
            assertThat(junit).as(Files.readString(log)).exists();
            return DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(junit.toFile());
        } finally {
            process.destroyForcibly();
        }
    }

    private static void told(Element test) {
        NodeList failures = test.getElementsByTagName("failure");
        if (failures.getLength() > 0) {
            fail(failures.item(0).getTextContent());
        }
    }
}
