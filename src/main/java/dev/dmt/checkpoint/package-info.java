/** The run on disk: YAML documents, one writer a file, written atomically. */
@NullMarked
package dev.dmt.checkpoint;

import org.jspecify.annotations.NullMarked;
