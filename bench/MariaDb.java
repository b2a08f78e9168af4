import dev.dmt.testing.MariaDbServer;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.Statement;

/** A MariaDB for the benchmark: prints its port, then runs each line it is given as a statement; ends with its input. */
final class MariaDb {
    public static void main(String[] args) throws Exception {
        int port = MariaDbServer.start().port();
        System.out.println(port);
        String url = "jdbc:mysql://127.0.0.1:" + port + "/?sslMode=DISABLED&allowPublicKeyRetrieval=true";
        BufferedReader lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
        for (String line = lines.readLine(); line != null; line = lines.readLine()) {
            try (Connection connection = DriverManager.getConnection(url, "root", "");
                    Statement statement = connection.createStatement()) {
                statement.execute(line);
                System.out.println("done");
            }
        }
        System.exit(0);
    }
}
