/** x */
@NullMarked
package io.gatewayping.report;

import org.jspecify.annotations.NullMarked;
