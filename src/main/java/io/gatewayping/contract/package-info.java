/** The contract: loads the document, derives its clauses, and judges exchanges and timelines by them. */
@NullMarked
package io.gatewayping.contract;

import org.jspecify.annotations.NullMarked;
