package org.misconductmonitor.platform.embedded;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the schema registry's own jar is. */
final class RegistryHome {
    static final String PROPERTY = "misconduct.registry.home";

    private RegistryHome() {}

    /** @throws PlatformException when it is nowhere */
    static Path runnerJar() {
        String given = System.getProperty(PROPERTY);
        Path home = given == null ? applicationDirectory().resolve("registry") : Path.of(given);
        return jarIn(home).orElseThrow(() -> new PlatformException("""
                The embedded schema registry is not in %s. The build puts it there: run `./mvnw package`, \
                or point -D%s at a directory with apicurio-registry-app-*-runner.jar and its lib/""".formatted(home.toAbsolutePath(), PROPERTY)));
    }

    /** The jar or directory of classes that this class is in. */
    static Path application() {
        try {
            return Path.of(RegistryHome.class
                    .getProtectionDomain()
                    .getCodeSource()
                    .getLocation()
                    .toURI());
        } catch (URISyntaxException e) {
            throw new PlatformException("The application is not run from a directory or jar", e);
        }
    }

    private static Path applicationDirectory() {
        return application().toAbsolutePath().getParent();
    }

    private static Optional<Path> jarIn(Path home) {
        if (!Files.isDirectory(home)) {
            return Optional.empty();
        }
        try (Stream<Path> files = Files.list(home)) {
            List<Path> found = files.filter(
                            file -> file.getFileName().toString().endsWith("-runner.jar"))
                    .sorted()
                    .toList();
            return found.isEmpty() ? Optional.empty() : Optional.of(found.get(found.size() - 1));
        } catch (IOException e) {
            throw new PlatformException(home + " cannot be read", e);
        }
    }
}
