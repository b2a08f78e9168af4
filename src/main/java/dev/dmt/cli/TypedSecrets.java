package dev.dmt.cli;

import java.util.regex.Pattern;

/** Takes secrets out of what was typed, and of what repeats it. Those that a config knows are masked by the log. */
final class TypedSecrets {
    private static final Pattern URL_PASSWORD = Pattern.compile("(://[^:/@\\s]*):[^@\\s]*@");
    private static final Pattern PARAMETER =
            Pattern.compile("(?i)([\\w.-]*(?:password|passwd|secret|token)[\\w-]*)(\\s*=\\s*)(?!\\$\\{)[^\\s&;,\"']+");

    private TypedSecrets() {}

    static String redact(String text) {
        String withoutUrls = URL_PASSWORD.matcher(text).replaceAll("$1@");
        return PARAMETER.matcher(withoutUrls).replaceAll("$1$2********");
    }
}
