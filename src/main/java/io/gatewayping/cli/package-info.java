/** x */
@NullMarked
package io.gatewayping.cli;

import org.jspecify.annotations.NullMarked;
