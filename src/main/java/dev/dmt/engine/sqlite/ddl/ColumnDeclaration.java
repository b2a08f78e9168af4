package dev.dmt.engine.sqlite.ddl;

import dev.dmt.schema.GeneratedColumn;
import java.util.Optional;

/** One column of a CREATE TABLE text; its keys, checks and references stand with the table. */
record ColumnDeclaration(
        String name,
        String type,
        boolean notNull,
        Optional<String> defaultSql,
        Optional<String> collation,
        Optional<GeneratedColumn> generated) {}
