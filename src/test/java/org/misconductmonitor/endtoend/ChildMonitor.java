package org.misconductmonitor.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** {@code run} in a process of its own, which can be told to stop. */
final class ChildMonitor implements AutoCloseable {
    private final Process process;

    private ChildMonitor(Process process) {
        this.process = process;
    }

    /** @param log gets what the process says */
    static ChildMonitor start(Site site, Path rules, Path log) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.misconductmonitor.cli.Main", "run"));
        command.addAll(site.arguments());
        command.addAll(List.of("--set", "rules=" + rules.toAbsolutePath()));
        return new ChildMonitor(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** As {@code kill}. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
