/** Logs: set up by code, masked at one place. Nothing here is loaded before {@code Logging} is called. */
@NullMarked
package dev.dmt.report.log;

import org.jspecify.annotations.NullMarked;
