/** Runs the features with Cucumber, gathers findings and reaches the verdict. */
@NullMarked
package io.gatewayping.gate;

import org.jspecify.annotations.NullMarked;
