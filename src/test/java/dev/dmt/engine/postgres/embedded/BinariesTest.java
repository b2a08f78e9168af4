package dev.dmt.engine.postgres.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BinariesTest {
    @Test
    void they_lie_below_the_home_that_the_environment_names() {
        assertThat(Binaries.home(Map.of("HOME", "/elsewhere"))).isEqualTo(Path.of("/elsewhere"));
        assertThat(Binaries.home(Map.of())).isEqualTo(Path.of(System.getProperty("user.home")));
        assertThat(Binaries.home(Map.of("HOME", ""))).isEqualTo(Path.of(System.getProperty("user.home")));
    }
}
