/**
 * What a person or a program sees of a run: progress, results, the run's report, logs. Knows no engine, and no console:
 * streams are handed in.
 */
@NullMarked
package dev.dmt.report;

import org.jspecify.annotations.NullMarked;
