package dev.dmt.testing.zero;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** What the tests with Zero stand on, without Node. */
class NodeRuntimeTest {
    @Test
    void a_version_tells_its_line() {
        assertThat(NodeRuntime.major("v22.23.3")).isEqualTo(22);
        assertThat(NodeRuntime.major("v26.0.0-nightly2026")).isEqualTo(26);
        assertThat(NodeRuntime.major("")).isZero();
        assertThat(NodeRuntime.major("command not found")).isZero();
    }

    @Test
    void a_skipped_test_says_what_to_install() {
        assertThat(NodeRuntime.message("Node is missing"))
                .startsWith("SKIPPED: ")
                .contains("missing");
    }

    @Test
    void the_lock_names_no_registry() {
        for (String name : new String[] {"package.json", "package-lock.json"}) {
            assertThat(new String(ZeroPackage.resource(name), StandardCharsets.UTF_8))
                    .doesNotContain("\"resolved\"")
                    .contains("@rocicorp/zero");
        }
    }

    @Test
    void another_lock_is_another_folder() {
        byte[] one = {1};
        byte[] other = {2};
        assertThat(ZeroPackage.keyOf(one, one))
                .hasSize(16)
                .isEqualTo(ZeroPackage.keyOf(one, one))
                .isNotEqualTo(ZeroPackage.keyOf(one, other));
    }
}
