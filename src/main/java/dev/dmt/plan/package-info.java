/** Pure functions from a source schema and the config to the plan: tables, types, renames, units, omissions. */
@NullMarked
package dev.dmt.plan;

import org.jspecify.annotations.NullMarked;
