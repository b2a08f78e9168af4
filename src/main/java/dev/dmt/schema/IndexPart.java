package dev.dmt.schema;

import java.util.Optional;

/** One column or one expression of an index; {@code expression} tells which of the two {@code text} is. */
public record IndexPart(String text, boolean expression, boolean descending, Optional<String> collation) {}
