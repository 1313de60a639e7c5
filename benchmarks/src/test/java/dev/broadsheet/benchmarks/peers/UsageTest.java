package dev.broadsheet.benchmarks.peers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

@EnabledOnOs(OS.LINUX)
class UsageTest {
    private static final List<ProcessHandle> THIS = List.of(ProcessHandle.current());

    @Test
    void computingIsCountedAndMemoryIsMoreThanNothing() throws IOException {
        double before = Usage.seconds(THIS);
        double java = java();
        while (java() - java < 0.5) {
            Thread.onSpinWait();
        }

        // Children that have ended count here, and not to Java.
        assertThat(Usage.seconds(THIS) - before).isGreaterThan(0.4);
        assertThat(Usage.resident(THIS)).isGreaterThan(10_000_000);
    }

    @Test
    void aProcessThatHasEndedUsesNothing() throws IOException, InterruptedException {
        Process process = new ProcessBuilder("true").start();
        process.waitFor();

        assertThat(Usage.seconds(List.of(process.toHandle()))).isZero();
        assertThat(Usage.resident(List.of(process.toHandle()))).isZero();
    }

    private static double java() {
        return ProcessHandle.current().info().totalCpuDuration().orElseThrow().toMillis() / 1e3;
    }
}
