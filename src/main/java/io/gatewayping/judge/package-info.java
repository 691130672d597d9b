/** From exchanges to findings: judges timelines, and what consumers expect, by the clauses of a contract. */
@NullMarked
package io.gatewayping.judge;

import org.jspecify.annotations.NullMarked;
