package dev.dmt.engine.oracle;

import java.lang.reflect.Proxy;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HexFormat;
import java.util.List;
import oracle.jdbc.OraclePreparedStatement;
import oracle.sql.Datum;

/** Notes what is bound, in words. */
final class RecordedStatement {
    private final List<String> calls = new ArrayList<>();

    OraclePreparedStatement statement() {
        return (OraclePreparedStatement) Proxy.newProxyInstance(
                RecordedStatement.class.getClassLoader(),
                new Class<?>[] {OraclePreparedStatement.class},
                (proxy, method, arguments) -> {
                    calls.add(method.getName()
                            + Arrays.stream(arguments)
                                    .map(RecordedStatement::said)
                                    .toList());
                    return null;
                });
    }

    List<String> calls() {
        return calls;
    }

    private static String said(Object argument) {
        if (argument instanceof Datum datum) {
            return HexFormat.of().formatHex(datum.getBytes());
        }
        return argument instanceof byte[] bytes ? HexFormat.of().formatHex(bytes) : String.valueOf(argument);
    }
}
