/** Patterns: what they mean, how long the texts are that meet them, and matching in linear time, whatever the text. */
@NullMarked
package io.gatewayping.pattern;

import org.jspecify.annotations.NullMarked;
