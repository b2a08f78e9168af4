package dev.dmt.engine.mssql;

import java.util.HashMap;
import java.util.Map;
import javax.security.auth.login.AppConfigurationEntry;
import javax.security.auth.login.Configuration;
import org.jspecify.annotations.Nullable;

/** Tells Java's login how to come by a ticket from a keytab, and leaves all other logins as they are. */
final class KeytabLogin extends Configuration {
    static final String NAME = "dmt-sqlserver";
    private static final String MODULE = "com.sun.security.auth.module.Krb5LoginModule";

    private final @Nullable Configuration others;
    private final Map<String, String> options;

    private KeytabLogin(@Nullable Configuration others, Map<String, String> options) {
        this.others = others;
        this.options = options;
    }

    static void install(String keytab, String principal) {
        Map<String, String> options = new HashMap<>();
        options.put("useKeyTab", "true");
        options.put("keyTab", keytab);
        options.put("principal", principal);
        options.put("storeKey", "true");
        options.put("doNotPrompt", "true");
        options.put("refreshKrb5Config", "true");
        setConfiguration(new KeytabLogin(configured(), options));
    }

    private static @Nullable Configuration configured() {
        try {
            Configuration present = getConfiguration();
            return present instanceof KeytabLogin ours ? ours.others : present;
        } catch (SecurityException e) {
            // Where no file says anything, Java has no configuration at all.
            return null;
        }
    }

    @Override
    public AppConfigurationEntry @Nullable [] getAppConfigurationEntry(String name) {
        if (name.equals(NAME)) {
            return new AppConfigurationEntry[] {
                new AppConfigurationEntry(MODULE, AppConfigurationEntry.LoginModuleControlFlag.REQUIRED, options)
            };
        }
        return others == null ? null : others.getAppConfigurationEntry(name);
    }
}
