package dev.dmt.report.log;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * The secrets that must not be seen, and the one place that masks them. Thread-safe. A value of one or two characters is
 * not masked: it could not be told from ordinary text.
 */
public final class Redaction {
    public static final String MASK = "********";
    private static final int SHORTEST = 3;
    private static final List<String> SECRETS = new CopyOnWriteArrayList<>();

    private Redaction() {}

    /** From now on the value is masked, also where it is percent-encoded as in a URL. */
    public static synchronized void register(String secret) {
        if (secret.length() < SHORTEST || SECRETS.contains(secret)) {
            return;
        }
        List<String> all = new ArrayList<>(SECRETS);
        all.add(secret);
        String encoded = URLEncoder.encode(secret, StandardCharsets.UTF_8);
        if (!encoded.equals(secret)) {
            all.add(encoded);
            all.add(encoded.replace("+", "%20"));
        }
        // The longest first, so that a secret which holds another is masked whole.
        all.sort(Comparator.comparingInt(String::length).reversed());
        SECRETS.clear();
        SECRETS.addAll(all);
    }

    public static String mask(String text) {
        String masked = text;
        for (String secret : SECRETS) {
            masked = masked.replace(secret, MASK);
        }
        return masked;
    }

    static synchronized void forgetAll() {
        SECRETS.clear();
    }
}
