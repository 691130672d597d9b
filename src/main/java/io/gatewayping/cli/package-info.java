/** The command line: the only place that prints to the console or exits. */
@NullMarked
package io.gatewayping.cli;

import org.jspecify.annotations.NullMarked;
