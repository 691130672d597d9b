/** Listeners of a run: console, JSON. Each small, none known to the gate. */
@NullMarked
package io.gatewayping.report;

import org.jspecify.annotations.NullMarked;
