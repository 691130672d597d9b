package io.gatewayping.report;

import java.io.IOException;
import java.io.Writer;

/** One file of evidence. */
interface Report {

    /** Writes it. */
    void write(Evidence evidence, Writer out) throws IOException;
}
