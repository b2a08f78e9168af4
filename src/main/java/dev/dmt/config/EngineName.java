package dev.dmt.config;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** The engines a config may name. Which of them this build can open is the engine room's business. */
public enum EngineName {
    SQLITE,
    POSTGRES,
    MYSQL,
    MSSQL,
    ORACLE;

    public String text() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<EngineName> of(String text) {
        return Arrays.stream(values()).filter(e -> e.text().equals(text)).findFirst();
    }
}
