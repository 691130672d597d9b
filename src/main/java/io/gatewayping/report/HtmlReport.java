package io.gatewayping.report;

import gg.jte.ContentType;
import gg.jte.TemplateEngine;
import gg.jte.output.WriterOutput;
import java.io.Writer;

/** The report for people: {@code report.html}, one file that needs nothing else and works without its script. */
final class HtmlReport implements Report {

    private static final String TEMPLATE = "report.jte";

    @Override
    public void write(Evidence evidence, Writer out) {
        // The templates are compiled with this package; nothing is compiled here, and each value is escaped for its
        // place.
        TemplateEngine.createPrecompiled(
                        null, ContentType.Html, HtmlReport.class.getClassLoader(), HtmlReport.class.getPackageName())
                .render(TEMPLATE, new Page(evidence, Room.of(evidence)), new WriterOutput(out));
    }
}
