package de.postlotse;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** The first command that anybody types: {@code ./mvnw}, on machines with an old Maven or none. */
class MavenWrapperTests {

    @Test
    @Timeout(value = 10, unit = TimeUnit.MINUTES, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
    @DisabledOnOs(value = OS.WINDOWS, disabledReason = "mvnw is for a POSIX shell, and Windows brings none")
    void doesWhatItsShellTestsSay() throws Exception {
        Process tests = new ProcessBuilder("sh", "src/test/sh/mvnw-tests.sh")
                .redirectInput(new File("/dev/null"))
                .redirectErrorStream(true)
                .start();
        String said = new String(tests.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

        assertThat(tests.waitFor()).as(said).isZero();
        assertThat(said).contains("\nok ").doesNotContain("not ok ");
    }
}
