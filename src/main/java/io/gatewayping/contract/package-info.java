/** The contract: reads the document into clauses, and holds it to what it says of itself. */
@NullMarked
package io.gatewayping.contract;

import org.jspecify.annotations.NullMarked;
