package dev.dmt.engine.mssql;

import dev.dmt.engine.ColumnRead;
import dev.dmt.engine.ColumnUse;

/** The plan's word for how a column is read: the type that the source declares. Targets have none of it. */
final class ReadForm {
    private static final String AS_IT_IS = "as_is";
    private static final MssqlTypes TYPES = new MssqlTypes();

    private ReadForm() {}

    static NativeName declared(ColumnRead read) {
        if (!read.form().isEmpty() && !read.form().equals(AS_IT_IS)) {
            return NativeName.parse(read.form());
        }
        return NativeName.parse(TYPES.nativeType(read.type(), ColumnUse.PLAIN).sql());
    }
}
