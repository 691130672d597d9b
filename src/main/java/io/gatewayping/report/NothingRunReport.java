package io.gatewayping.report;

import io.gatewayping.exchange.Excerpt;
import io.gatewayping.gate.GateListener;
import io.gatewayping.gate.RunResult;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * The reports for people and for CI servers on a run in which no scenario was run, and Cucumber has nothing to write: why. A
 * CI server that found no report, or one without a test case, would show nothing at all.
 */
public final class NothingRunReport implements GateListener {

    private static final int LENGTH = 2000;

    private final Path html;
    private final Path junit;

    /** Writes these files. */
    public NothingRunReport(Path html, Path junit) {
        this.html = html;
        this.junit = junit;
    }

    @Override
    public void runEnded(RunResult run) {
        // What was judged before the first scenario, Cucumber knows nothing of.
        if (!run.scenarios().isEmpty() && Files.exists(junit)) {
            return;
        }
        List<String> reasons = run.inconclusive().stream()
                .map(reason -> Excerpt.of(reason, LENGTH))
                .toList();
        String verdict = run.verdict().name();
        write(junit, xml -> writeJunit(xml, verdict, String.join("; ", reasons)));
        write(html, xml -> writeHtml(xml, verdict, reasons));
    }

    private static void writeJunit(XMLStreamWriter xml, String verdict, String reason) throws XMLStreamException {
        xml.writeStartDocument("UTF-8", "1.0");
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "gate check");
        xml.writeAttribute("tests", "1");
        xml.writeAttribute("failures", "0");
        xml.writeAttribute("errors", "1");
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("time", "0");
        xml.writeStartElement("testcase");
        xml.writeAttribute("classname", "gate check");
        xml.writeAttribute("name", "the provider can be judged");
        xml.writeAttribute("time", "0");
        xml.writeStartElement("error");
        xml.writeAttribute("type", verdict);
        xml.writeAttribute("message", reason);
        xml.writeEndDocument();
    }

    private static void writeHtml(XMLStreamWriter xml, String verdict, List<String> reasons) throws XMLStreamException {
        xml.writeDTD("<!DOCTYPE html>");
        xml.writeStartElement("html");
        xml.writeAttribute("lang", "en");
        xml.writeStartElement("head");
        xml.writeEmptyElement("meta");
        xml.writeAttribute("charset", "utf-8");
        writeText(xml, "title", verdict);
        xml.writeEndElement();
        xml.writeStartElement("body");
        writeText(xml, "h1", verdict);
        writeText(xml, "p", "No scenario was run:");
        for (String reason : reasons) {
            writeText(xml, "p", reason);
        }
        xml.writeEndDocument();
    }

    private static void writeText(XMLStreamWriter xml, String element, String text) throws XMLStreamException {
        xml.writeStartElement(element);
        xml.writeCharacters(text);
        xml.writeEndElement();
    }

    private interface Content {
        void writeTo(XMLStreamWriter xml) throws XMLStreamException;
    }

    private static void write(Path file, Content content) {
        StringWriter text = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(text);
            content.writeTo(xml);
            xml.close();
            Files.writeString(file, text + "\n");
        } catch (XMLStreamException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
