/** YAML as a config needs it: every value knows its line and column, nothing is guessed. Imports nothing of ours. */
@NullMarked
package dev.dmt.config.yaml;

import org.jspecify.annotations.NullMarked;
