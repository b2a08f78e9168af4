/** picocli commands: parse, call, print. No logic. */
@NullMarked
package dev.dmt.cli;

import org.jspecify.annotations.NullMarked;
