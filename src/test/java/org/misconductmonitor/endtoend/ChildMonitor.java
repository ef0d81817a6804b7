package org.misconductmonitor.endtoend;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** A command, mostly {@code run}, in a process of its own, which can be told to stop. */
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
        return start(site, rules, log, more, List.of());
    }

    /** @param options of its JVM */
    static ChildMonitor start(Site site, Path rules, Path log, Map<String, String> more, List<String> options)
            throws IOException {
        Map<String, String> all = new LinkedHashMap<>(more);
        all.put("rules", rules.toAbsolutePath().toString());
        return start(List.of(), options, List.of("run"), site, all, log);
    }

    /** Another command than {@code run}. */
    static ChildMonitor command(Site site, List<String> words, Path log, Map<String, String> more) throws IOException {
        return start(List.of(), List.of(), words, site, more, log);
    }

    /** @param wrapper a command that turns into the one which follows */
    static ChildMonitor inside(List<String> wrapper, Site site, Path rules, Path log) throws IOException {
        Map<String, String> more = Map.of("rules", rules.toAbsolutePath().toString());
        return start(wrapper, List.of(), List.of("run"), site, more, log);
    }

    private static ChildMonitor start(
            List<String> wrapper,
            List<String> options,
            List<String> words,
            Site site,
            Map<String, String> more,
            Path log)
            throws IOException {
        List<String> command = new ArrayList<>(wrapper);
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx384m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
        command.addAll(options);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), "org.misconductmonitor.cli.Main"));
        command.addAll(words);
        command.addAll(site.arguments(more));
        ProcessBuilder builder = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(ProcessBuilder.Redirect.appendTo(log.toFile()));
        // As README and compose file have it: what is given back to an arena is of no use to the other threads.
        builder.environment().put("MALLOC_ARENA_MAX", "2");
        return new ChildMonitor(builder.start());
    }

    boolean isAlive() {
        return process.isAlive();
    }

    long pid() {
        return process.pid();
    }

    /** As {@code kill}. */
    int stop() throws InterruptedException {
        process.destroy();
        return process.waitFor(20, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    /** The exit code of what ends by itself. */
    int await() throws InterruptedException {
        return process.waitFor(90, TimeUnit.SECONDS) ? process.exitValue() : -1;
    }

    @Override
    public void close() {
        process.destroyForcibly();
    }
}
