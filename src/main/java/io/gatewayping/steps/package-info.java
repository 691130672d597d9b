/** The words of the features. A step decides nothing. */
@NullMarked
package io.gatewayping.steps;

import org.jspecify.annotations.NullMarked;
