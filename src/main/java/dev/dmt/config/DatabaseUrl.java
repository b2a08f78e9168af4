package dev.dmt.config;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A server's URL, user:password@host:port/database?name=value, taken apart and percent-decoded. References to secrets
 * (${env:NAME}) may stand anywhere and pass unharmed; a ${ that comes out of the decoding is escaped.
 */
final class DatabaseUrl {
    private static final Pattern REFERENCE = Pattern.compile("\\$\\$\\{|\\$\\{[^}]*\\}");
    private static final Pattern ADDRESS = Pattern.compile("(\\[[^\\]]*\\]|[^:\\[\\]]*)(?::([0-9]+))?");

    /** Stands for a reference while the URL is taken apart; characters that no text may hold. */
    private static final char FIRST_MARK = '\uFDD0';

    private final List<String> references = new ArrayList<>();
    private final Map<String, String> parts = new LinkedHashMap<>();

    private DatabaseUrl() {}

    /**
     * The parts by name: host, port, user, password, database, and each parameter of the query as "?name".
     *
     * @param text what follows the scheme's //
     */
    static Map<String, String> parse(String text) throws MalformedUrlException {
        DatabaseUrl url = new DatabaseUrl();
        url.takeApart(url.mark(text));
        return url.parts;
    }

    private String mark(String text) {
        Matcher matcher = REFERENCE.matcher(text);
        StringBuilder marked = new StringBuilder();
        while (matcher.find()) {
            matcher.appendReplacement(marked, String.valueOf((char) (FIRST_MARK + references.size())));
            references.add(matcher.group());
        }
        return matcher.appendTail(marked).toString();
    }

    private void takeApart(String text) throws MalformedUrlException {
        int query = text.indexOf('?');
        String beforeQuery = query < 0 ? text : text.substring(0, query);
        int slash = beforeQuery.indexOf('/');
        String authority = slash < 0 ? beforeQuery : beforeQuery.substring(0, slash);
        int at = authority.lastIndexOf('@');
        if (at >= 0) {
            credentials(authority.substring(0, at));
        }
        address(authority.substring(at + 1));
        put("database", slash < 0 ? "" : beforeQuery.substring(slash + 1));
        if (query >= 0) {
            parameters(text.substring(query + 1));
        }
    }

    private void credentials(String text) throws MalformedUrlException {
        int colon = text.indexOf(':');
        put("user", colon < 0 ? text : text.substring(0, colon));
        put("password", colon < 0 ? "" : text.substring(colon + 1));
    }

    private void address(String text) throws MalformedUrlException {
        if (text.contains(",")) {
            throw new MalformedUrlException("names several hosts, where one is supported");
        }
        Matcher matcher = ADDRESS.matcher(text);
        if (!matcher.matches()) {
            throw new MalformedUrlException("has no host and port after the last @"
                    + " (in a user or password, / is written %2F, ? is %3F, % is %25)");
        }
        put("host", matcher.group(1));
        put("port", Optional.ofNullable(matcher.group(2)).orElse(""));
    }

    private void parameters(String text) throws MalformedUrlException {
        for (String parameter : text.split("&", -1)) {
            int equals = parameter.indexOf('=');
            if (equals <= 0 && !parameter.isEmpty()) {
                throw new MalformedUrlException("has a parameter after the ? that is not name=value");
            }
            if (equals > 0) {
                put("?" + decode(parameter.substring(0, equals)), parameter.substring(equals + 1));
            }
        }
    }

    private void put(String name, String raw) throws MalformedUrlException {
        String value = Placeholders.escape(decode(raw));
        for (int i = 0; i < references.size(); i++) {
            value = value.replace(String.valueOf((char) (FIRST_MARK + i)), references.get(i));
        }
        if (!value.isEmpty()) {
            parts.put(name, value);
        }
    }

    /** Percent-decoding as URLs have it: a plus is a plus. */
    private static String decode(String text) throws MalformedUrlException {
        ByteBuffer bytes = ByteBuffer.allocate(text.length() * 4);
        for (int i = 0; i < text.length(); ) {
            int codePoint = text.codePointAt(i);
            if (codePoint == '%') {
                bytes.put(hexByte(text, i + 1));
                i += 3;
            } else {
                bytes.put(Character.toString(codePoint).getBytes(StandardCharsets.UTF_8));
                i += Character.charCount(codePoint);
            }
        }
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(bytes.flip()).toString();
        } catch (CharacterCodingException e) {
            throw new MalformedUrlException("has a percent-encoding that is not UTF-8");
        }
    }

    private static byte hexByte(String text, int start) throws MalformedUrlException {
        String digits =
                text.substring(start, Math.min(start + 2, text.length())).toLowerCase(Locale.ROOT);
        if (!digits.matches("[0-9a-f]{2}")) {
            throw new MalformedUrlException("has a % without two hex digits after it (a % itself is written %25)");
        }
        return (byte) Integer.parseInt(digits, 16);
    }

    /** Says what is wrong with a URL, as in "the URL ..."; never quotes it. */
    static final class MalformedUrlException extends Exception {
        private static final long serialVersionUID = 1L;

        private final String reason;

        MalformedUrlException(String reason) {
            super(reason);
            this.reason = reason;
        }

        String reason() {
            return reason;
        }
    }
}
