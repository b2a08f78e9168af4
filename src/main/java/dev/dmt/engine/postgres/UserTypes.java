package dev.dmt.engine.postgres;

import dev.dmt.schema.NamedType;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The types of a database that are not the server's own, by how declarations spell them. */
record UserTypes(Map<String, UserType> bySpelling) {
    /** Where there is no database to ask. */
    static final UserTypes NONE = new UserTypes(Map.of());

    static UserTypes read(Connection connection) throws SQLException {
        Map<String, UserType> types = new LinkedHashMap<>();
        try (Statement statement = connection.createStatement();
                ResultSet row = statement.executeQuery(UserType.QUERY)) {
            while (row.next()) {
                UserType type = UserType.read(row);
                types.put(type.spelled(), type);
            }
        }
        return new UserTypes(types);
    }

    Optional<UserType> find(String spelled) {
        return Optional.ofNullable(bySpelling.get(spelled));
    }

    List<NamedType> named() {
        return bySpelling.values().stream().map(UserType::named).toList();
    }
}
