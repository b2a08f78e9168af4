package dev.dmt.cli;

import java.util.regex.Pattern;

/** Takes secrets out of what is shown. The one place for it, so that it can be tested. */
final class Redaction {
    private static final Pattern URL_PASSWORD = Pattern.compile("(://[^:/@\\s]*):[^@\\s]*@");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)([\\w.-]*(?:password|passwd|secret|token)[\\w-]*)(\\s*=\\s*)(?!\\$\\{)[^\\s&;,\"']+");

    private Redaction() {}

    static String redact(String text) {
        String withoutUrls = URL_PASSWORD.matcher(text).replaceAll("$1@");
        return PARAMETER.matcher(withoutUrls).replaceAll("$1$2********");
    }
}
