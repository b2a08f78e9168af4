package dev.dmt.failpoint;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A parsed failpoint specification, with how often each place was passed. */
final class FailpointPlan {
    static final FailpointPlan NONE = new FailpointPlan(Map.of());

    private static final Pattern ENTRY = Pattern.compile("([a-z-]+)=(kill|fail|pause:(\\d{1,9}))(?:@([1-9]\\d{0,8}))?");

    private final Map<String, Trigger> triggers;

    private FailpointPlan(Map<String, Trigger> triggers) {
        this.triggers = triggers;
    }

    static FailpointPlan parse(String specification) {
        Map<String, Trigger> triggers = new ConcurrentHashMap<>();
        for (String entry : specification.split(";", -1)) {
            if (entry.isBlank()) {
                continue;
            }
            Matcher matcher = ENTRY.matcher(entry.strip());
            if (!matcher.matches()) {
                throw new IllegalArgumentException("not a failpoint: " + entry);
            }
            if (triggers.put(matcher.group(1), trigger(matcher)) != null) {
                throw new IllegalArgumentException("a failpoint is named twice: " + entry);
            }
        }
        return triggers.isEmpty() ? NONE : new FailpointPlan(triggers);
    }

    private static Trigger trigger(Matcher matcher) {
        long millis = matcher.group(3) == null ? 0 : Long.parseLong(matcher.group(3));
        int passing = matcher.group(4) == null ? 1 : Integer.parseInt(matcher.group(4));
        return new Trigger(matcher.group(2), millis, passing, new AtomicInteger());
    }

    void pass(String name) {
        Trigger trigger = triggers.get(name);
        if (trigger != null && trigger.passed().incrementAndGet() == trigger.passing()) {
            trigger.fire(name);
        }
    }

    private record Trigger(String action, long millis, int passing, AtomicInteger passed) {
        void fire(String name) {
            switch (action) {
                case "kill" -> Runtime.getRuntime().halt(137);
                case "fail" -> throw new IllegalStateException("failpoint " + name);
                default -> pause();
            }
        }

        private void pause() {
            try {
                Thread.sleep(millis);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
    }
}
