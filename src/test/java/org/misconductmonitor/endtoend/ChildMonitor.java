package org.misconductmonitor.endtoend;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** {@code run} in a process of its own, which can be told to stop. */
final class ChildMonitor implements AutoCloseable {
    private final Process process;

    private ChildMonitor(Process process) {
        this.process = process;
    }

    /** @param log gets what the process says */
    static ChildMonitor start(Site site, Path rules, Path log) throws IOException {
        return start(site, rules, log, Map.of());
    }

    /** @param more settings, stronger than those of the site */
    static ChildMonitor start(Site site, Path rules, Path log, Map<String, String> more) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.misconductmonitor.cli.Main", "run"));
        command.addAll(site.arguments());
        command.addAll(List.of("--set", "rules=" + rules.toAbsolutePath()));
        more.forEach((key, value) -> command.addAll(List.of("--set", key + "=" + value)));
        return new ChildMonitor(new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()))
                .start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    /** Memory that it really takes, bytes; as Linux tells it. */
    long residentBytes() throws IOException {
        for (String line : Files.readAllLines(Path.of("/proc/" + process.pid() + "/status"))) {
            if (line.startsWith("VmRSS:")) {
                return Long.parseLong(line.replaceAll("\\D", "")) << 10;
            }
        }
        throw new IOException("the process is gone");
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
