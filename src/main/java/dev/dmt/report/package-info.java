/** What a person or a program sees of a run: progress, results, the run's report. Knows no engine. */
@NullMarked
package dev.dmt.report;

import org.jspecify.annotations.NullMarked;
