/** x */
@NullMarked
package io.gatewayping.steps;

import org.jspecify.annotations.NullMarked;
