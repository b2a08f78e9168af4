package dev.dmt.engine.postgres;

import dev.dmt.schema.NamedType;
import dev.dmt.schema.TableName;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * A type that is not the server's own.
 *
 * @param spelled as declarations spell it
 * @param form the catalog's typtype
 * @param members empty unless it is an enumeration
 * @param base what a domain stands over, with arguments; empty unless it is one
 * @param attributes of a domain or a composite type, as they are written after its name: constraints, or fields
 * @param tied it uses what dmt does not carry over: a function, another collation
 * @param extension whose it is, empty where it is nobody's
 */
record UserType(
        TableName name,
        String spelled,
        String form,
        List<String> members,
        String base,
        List<String> attributes,
        boolean tied,
        String extension) {
    /** Types of every schema but the server's own, each after those it may be made of. */
    static final String QUERY = "SELECT n.nspname, y.typname, format_type(y.oid, NULL), y.typtype,"
            + " ARRAY(SELECT e.enumlabel::text FROM pg_enum e WHERE e.enumtypid = y.oid ORDER BY e.enumsortorder),"
            + " coalesce(format_type(nullif(y.typbasetype, 0), y.typtypmod), ''),"
            + " CASE y.typtype WHEN 'd' THEN ARRAY(SELECT t.line FROM (SELECT 1 AS place, '' AS name,"
            + " 'DEFAULT ' || y.typdefault AS line WHERE y.typdefault IS NOT NULL"
            + " UNION ALL SELECT 2, '', 'NOT NULL' WHERE y.typnotnull UNION ALL SELECT 3, k.conname::text,"
            + " 'CONSTRAINT ' || quote_ident(k.conname) || ' ' || replace(pg_get_constraintdef(k.oid), ' NOT VALID', '')"
            + " FROM pg_constraint k WHERE k.contypid = y.oid AND k.contype = 'c') AS t ORDER BY t.place, t.name)"
            + " WHEN 'c' THEN ARRAY(SELECT quote_ident(a.attname) || ' ' || format_type(a.atttypid, a.atttypmod)"
            + " FROM pg_attribute a WHERE a.attrelid = y.typrelid AND a.attnum > 0 AND NOT a.attisdropped"
            + " ORDER BY a.attnum) ELSE '{}' END,"
            + " EXISTS (SELECT FROM pg_depend d LEFT JOIN pg_constraint k ON d.classid = 'pg_constraint'::regclass"
            + " AND k.oid = d.objid WHERE (k.contypid = y.oid OR (d.classid = 'pg_type'::regclass AND d.objid = y.oid))"
            + " AND ((d.refclassid = 'pg_proc'::regclass AND (SELECT p.pronamespace FROM pg_proc p WHERE p.oid = d.refobjid)"
            + " <> 'pg_catalog'::regnamespace) OR (d.refclassid = 'pg_collation'::regclass"
            + " AND (SELECT c.collnamespace FROM pg_collation c WHERE c.oid = d.refobjid) <> 'pg_catalog'::regnamespace))),"
            + " coalesce((SELECT x.extname FROM pg_depend d JOIN pg_extension x ON x.oid = d.refobjid"
            + " WHERE d.classid = 'pg_type'::regclass AND d.objid = y.oid AND d.deptype = 'e'"
            + " AND d.refclassid = 'pg_extension'::regclass), '')"
            + " FROM pg_type y JOIN pg_namespace n ON n.oid = y.typnamespace"
            + " LEFT JOIN pg_class r ON r.oid = y.typrelid"
            + " WHERE n.nspname <> 'information_schema' AND n.nspname !~ '^pg_'"
            + " AND (y.typtype IN ('e', 'd', 'r', 'm') OR (y.typtype = 'c' AND r.relkind = 'c')"
            + " OR (y.typtype = 'b' AND y.typcategory <> 'A')) ORDER BY y.oid";

    static UserType read(ResultSet row) throws SQLException {
        return new UserType(
                new TableName(row.getString(1), row.getString(2)),
                row.getString(3),
                row.getString(4),
                TableDescriber.names(row, 5),
                row.getString(6),
                TableDescriber.names(row, 7),
                row.getBoolean(8),
                row.getString(9));
    }

    boolean isEnumeration() {
        return form.equals("e");
    }

    boolean isDomain() {
        return form.equals("d");
    }

    boolean isComposite() {
        return form.equals("c");
    }

    NamedType named() {
        return new NamedType(name, spelled, kind(), definition(), isDomain() ? checks() : "");
    }

    private String kind() {
        return switch (form) {
            case "e" -> "enumeration";
            case "d" -> "domain";
            case "c" -> "composite type";
            case "r", "m" -> "range";
            default -> "type";
        };
    }

    private Optional<String> definition() {
        if (tied || !extension.isEmpty()) {
            return Optional.empty();
        } else if (isEnumeration()) {
            return Optional.of(members.stream()
                    .map(PostgresIdentifiers::literal)
                    .collect(Collectors.joining(", ", "AS ENUM (", ")")));
        }
        return isDomain()
                ? Optional.of(String.join(" ", "AS " + base, String.join(" ", attributes))
                        .strip())
                : Optional.empty();
    }

    private String checks() {
        return attributes.stream()
                .filter(line -> line.startsWith("CONSTRAINT "))
                .map(line -> line.substring(line.indexOf(" CHECK ") + 1))
                .collect(Collectors.joining(", "));
    }
}
