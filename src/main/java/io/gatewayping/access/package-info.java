/** Getting in: tokens and certificates. */
@NullMarked
package io.gatewayping.access;

import org.jspecify.annotations.NullMarked;
