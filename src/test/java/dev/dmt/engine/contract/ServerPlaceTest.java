package dev.dmt.engine.contract;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

class ServerPlaceTest {
    @Test
    void urls_of_dmts_own_and_of_jdbc_name_the_same_place() {
        ServerPlace expected = new ServerPlace("db.example", 1444, "shop", "sa", "p", Map.of("encrypt", "false"));
        assertThat(ServerPlace.parse("mssql://db.example:1444/shop?encrypt=false", 1433, "sa", "p"))
                .isEqualTo(expected);
        assertThat(ServerPlace.parse("mssql://sa:p@db.example:1444/shop?encrypt=false", 1433, "", ""))
                .isEqualTo(expected);
        assertThat(ServerPlace.parse(
                        "jdbc:sqlserver://db.example:1444;databaseName=shop;encrypt=false", 1433, "sa", "p"))
                .isEqualTo(expected);
        assertThat(ServerPlace.parse(
                        "jdbc:sqlserver://db.example:1444;database=shop;user=sa;password=p;encrypt=false;",
                        1433,
                        "",
                        ""))
                .isEqualTo(expected);
    }

    @Test
    void what_is_not_said_has_a_default() {
        assertThat(ServerPlace.parse("jdbc:sqlserver://db", 1433, "sa", "p"))
                .isEqualTo(new ServerPlace("db", 1433, "master", "sa", "p", Map.of()));
        assertThat(ServerPlace.parse("mysql://db", 3306, "root", ""))
                .isEqualTo(new ServerPlace("db", 3306, "", "root", "", Map.of()));
        assertThat(ServerPlace.parse("jdbc:mysql://db:3307/app?sslMode=DISABLED", 3306, "root", ""))
                .isEqualTo(new ServerPlace("db", 3307, "app", "root", "", Map.of("sslMode", "DISABLED")));
    }

    @Test
    void oracles_urls_name_a_service() {
        ServerPlace expected = new ServerPlace("db", 1522, "FREEPDB1", "system", "p", Map.of());
        assertThat(ServerPlace.parse("jdbc:oracle:thin:@//db:1522/FREEPDB1", 1521, "system", "p"))
                .isEqualTo(expected);
        assertThat(ServerPlace.parse("jdbc:oracle:thin:@db:1522/FREEPDB1", 1521, "system", "p"))
                .isEqualTo(expected);
        assertThat(ServerPlace.parse("oracle://db:1522/FREEPDB1", 1521, "system", "p"))
                .isEqualTo(expected);
        assertThat(ServerPlace.parse("jdbc:oracle:thin:@//db/FREEPDB1", 1521, "system", "p"))
                .isEqualTo(new ServerPlace("db", 1521, "FREEPDB1", "system", "p", Map.of()));
    }
}
