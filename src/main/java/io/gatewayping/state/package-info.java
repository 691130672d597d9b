/** The one arrangement seam: Pact provider states. */
@NullMarked
package io.gatewayping.state;

import org.jspecify.annotations.NullMarked;
