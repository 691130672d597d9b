package io.gatewayping.pact;

import io.gatewayping.gate.Verdict;
import java.io.IOException;
import java.io.Writer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** What became of pacts, for programs, for CI servers and for people. */
public final class VerificationReports {

    private VerificationReports() {}

    private record Report(String verdict, List<String> inconclusive, List<Pact> pacts) {}

    private record Pact(
            String pact,
            String consumer,
            String provider,
            boolean pending,
            String verdict,
            List<Interaction> interactions) {}

    private record Interaction(String interaction, boolean pending, String verdict, List<String> details) {}

    /** As JSON, for programs. */
    public static String json(VerifiedPacts verified) {
        return JsonMapper.builder()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .build()
                .writeValueAsString(new Report(
                        verified.word(),
                        verified.inconclusive(),
                        verified.pacts().stream().map(VerificationReports::pact).toList()));
    }

    private static Pact pact(VerifiedPact pact) {
        return new Pact(
                pact.source(),
                pact.consumer(),
                pact.provider(),
                pact.pending(),
                pact.verdict().name(),
                pact.results().stream()
                        .map(result -> new Interaction(
                                result.name(),
                                result.pending(),
                                result.verdict().name(),
                                result.details()))
                        .toList());
    }

    /** As JUnit writes it, for CI servers: a suite for each pact, a case for each interaction. */
    public static void junit(VerifiedPacts verified, Path file) throws IOException {
        write(file, xml -> {
            xml.writeStartDocument("UTF-8", "1.0");
            xml.writeStartElement("testsuites");
            for (VerifiedPact pact : verified.pacts()) {
                suite(xml, pact);
            }
            if (!verified.inconclusive().isEmpty()) {
                xml.writeStartElement("testsuite");
                counts(xml, "pacts", 1, 0, 1, 0);
                xml.writeStartElement("testcase");
                xml.writeAttribute("classname", "pacts");
                xml.writeAttribute("name", "are judged");
                told(xml, "error", verified.inconclusive());
                xml.writeEndElement();
                xml.writeEndElement();
            }
            xml.writeEndElement();
        });
    }

    private static void suite(XMLStreamWriter xml, VerifiedPact pact) throws XMLStreamException {
        String name = pact.consumer() + " with " + pact.provider();
        xml.writeStartElement("testsuite");
        counts(
                xml,
                name,
                pact.results().size(),
                (int) pact.results().stream().filter(pact::isFailing).count(),
                count(pact, Verdict.INCONCLUSIVE),
                (int) pact.results().stream()
                        .filter(result -> isPending(pact, result))
                        .count());
        for (InteractionResult result : pact.results()) {
            xml.writeStartElement("testcase");
            xml.writeAttribute("classname", name);
            xml.writeAttribute("name", result.name());
            if (pact.isFailing(result)) {
                told(xml, "failure", result.details());
            } else if (isPending(pact, result)) {
                told(xml, "skipped", result.details());
            } else if (result.verdict() == Verdict.INCONCLUSIVE) {
                told(xml, "error", result.details());
            }
            xml.writeEndElement();
        }
        xml.writeEndElement();
    }

    private static boolean isPending(VerifiedPact pact, InteractionResult result) {
        return result.verdict() == Verdict.DOES_NOT_CONFORM && !pact.isFailing(result);
    }

    private static int count(VerifiedPact pact, Verdict verdict) {
        return (int) pact.results().stream()
                .filter(result -> result.verdict() == verdict)
                .count();
    }

    private static void counts(XMLStreamWriter xml, String name, int tests, int failures, int errors, int skipped)
            throws XMLStreamException {
        xml.writeAttribute("name", name);
        xml.writeAttribute("tests", String.valueOf(tests));
        xml.writeAttribute("failures", String.valueOf(failures));
        xml.writeAttribute("errors", String.valueOf(errors));
        xml.writeAttribute("skipped", String.valueOf(skipped));
    }

    private static void told(XMLStreamWriter xml, String element, List<String> details) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeAttribute("message", details.isEmpty() ? "" : details.get(0));
        xml.writeCharacters(String.join("\n", details));
        xml.writeEndElement();
    }

    /** As a page, for people. */
    public static void html(VerifiedPacts verified, Path file) throws IOException {
        write(file, xml -> {
            xml.writeDTD("<!DOCTYPE html>");
            xml.writeStartElement("html");
            xml.writeAttribute("lang", "en");
            xml.writeStartElement("head");
            xml.writeEmptyElement("meta");
            xml.writeAttribute("charset", "UTF-8");
            element(xml, "title", "Pacts: " + verified.word());
            xml.writeEndElement();
            xml.writeStartElement("body");
            element(xml, "h1", verified.word());
            list(xml, verified.inconclusive());
            for (VerifiedPact pact : verified.pacts()) {
                element(xml, "h2", pact.consumer() + " with " + pact.provider() + (pact.pending() ? " (pending)" : ""));
                for (InteractionResult result : pact.results()) {
                    element(
                            xml,
                            "h3",
                            result.verdict() + ": " + result.name() + (result.pending() ? " (pending)" : ""));
                    list(xml, result.details());
                }
            }
            xml.writeEndElement();
            xml.writeEndElement();
        });
    }

    private static void list(XMLStreamWriter xml, List<String> lines) throws XMLStreamException {
        if (lines.isEmpty()) {
            return;
        }
        xml.writeStartElement("ul");
        for (String line : lines) {
            element(xml, "li", line);
        }
        xml.writeEndElement();
    }

    private static void element(XMLStreamWriter xml, String name, String text) throws XMLStreamException {
        xml.writeStartElement(name);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private interface Content {
        void write(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static void write(Path file, Content content) throws IOException {
        try (Writer writer = Files.newBufferedWriter(file)) {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(writer);
            content.write(xml);
            xml.close();
        } catch (XMLStreamException e) {
            throw new IOException(e);
        }
    }
}
