package org.misconductmonitor.platform.embedded;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The command line of the registry's process. */
final class RegistryProcess {
    private RegistryProcess() {}

    static Path log(Path directory) {
        return directory.resolve("registry.log");
    }

    static Process launch(Path runnerJar, Path directory, int port) throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(List.of("-Xmx192m", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto"));
        settings(directory, port).forEach((name, value) -> command.add("-D" + name + "=" + value));
        command.addAll(List.of("-cp", RegistryHome.application().toString()));
        command.addAll(List.of(RegistryChild.class.getName(), runnerJar.toString()));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(log(directory).toFile());
        // Agents and options of the parent are not meant for the child.
        builder.environment().remove("JAVA_TOOL_OPTIONS");
        return builder.start();
    }

    private static Map<String, String> settings(Path directory, int port) {
        return Map.of(
                "quarkus.http.host", "127.0.0.1",
                "quarkus.http.port", Integer.toString(port),
                "quarkus.log.console.level", "WARN",
                "quarkus.http.access-log.enabled", "false",
                "apicurio.storage.kind", "sql",
                "apicurio.storage.sql.kind", "h2",
                // Without WRITE_DELAY=0 a crash takes the last half second along, and its ids are given out again:
                // records
                // already written would be decoded with another schema.
                "apicurio.datasource.url", "jdbc:h2:file:" + directory.resolve("schemas") + ";WRITE_DELAY=0");
    }
}
