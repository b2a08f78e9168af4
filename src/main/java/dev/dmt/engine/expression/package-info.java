/**
 * Expressions among servers: reads what a server's catalog prints into {@link dev.dmt.schema.Expression}, and says such
 * expressions in a server's words. An engine gives the rules ({@link dev.dmt.engine.expression.ReadingRules},
 * {@link dev.dmt.engine.expression.WritingRules}); the grammar, the operators and their types are the same for all.
 *
 * <p>Whatever is not certainly the same is refused with its reason. Equal means: for every row that the target can hold, and
 * for which the source's expression yields a value (it may fail where the other goes on, as in an overflow).
 *
 * <p>May import {@code dev.dmt.schema} and {@code dev.dmt.engine}; knows no engine.
 */
@NullMarked
package dev.dmt.engine.expression;

import org.jspecify.annotations.NullMarked;
