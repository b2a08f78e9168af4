package dev.dmt.engine.sqlite.ddl;

import dev.dmt.error.DmtException;
import dev.dmt.error.ErrorCode;
import dev.dmt.error.ErrorContext;
import dev.dmt.schema.DatabaseSchema;
import dev.dmt.schema.Omission;
import dev.dmt.schema.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;

/** Describes the main database of a SQLite connection. Needs SQLite 3.37 or newer, which the driver brings along. */
public final class SqliteCatalog {
    private static final int BUSY = 5;
    private static final int LOCKED = 6;

    private SqliteCatalog() {}

    /**
     * Describes the wanted tables in the order of their names. A foreign key may point at a table that is not wanted: it is
     * there all the same, and whoever plans must see to it. What else bears a wanted name and cannot be moved (views,
     * virtual tables, triggers of wanted tables, ...) is among the omissions, as are the parts of a declaration that are
     * not carried over.
     *
     * @param wanted by name, as the database spells it; what it rejects is not there at all
     */
    public static DatabaseSchema read(Connection connection, Predicate<String> wanted) {
        CatalogQueries queries = new CatalogQueries(connection);
        try {
            RawCatalog catalog = queries.read();
            ObjectOmissions objects = new ObjectOmissions(catalog, wanted);
            List<Omission> omissions = new ArrayList<>(objects.find());
            TableAssembler assembler = new TableAssembler(catalog, omissions::add);
            List<Table> tables = catalog.tables().stream()
                    .filter(objects::isMoved)
                    .map(assembler::assemble)
                    .toList();
            return new DatabaseSchema("sqlite", queries.version(), tables, omissions);
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    /**
     * The highest value that the AUTOINCREMENT of each table has given out, by table name. Tables without AUTOINCREMENT, and
     * those that never had a row, are not in it.
     */
    public static Map<String, Long> sequenceFloors(Connection connection) {
        try {
            return Map.copyOf(new CatalogQueries(connection).sequences());
        } catch (SQLException e) {
            throw failure(e);
        }
    }

    private static DmtException failure(SQLException e) {
        int primaryCode = e.getErrorCode() & 0xff;
        boolean locked = primaryCode == BUSY || primaryCode == LOCKED;
        return new DmtException(
                locked ? ErrorCode.TRANSIENT : ErrorCode.DATA,
                locked ? "the SQLite database is locked" : "the SQLite database's schema cannot be read",
                new ErrorContext(
                        Map.of("detail", String.valueOf(e.getMessage())),
                        Optional.of(
                                locked
                                        ? "wait for the writer to finish, then repeat the step"
                                        : "run PRAGMA integrity_check on the file; open it once with the program that owns it")),
                e);
    }
}
