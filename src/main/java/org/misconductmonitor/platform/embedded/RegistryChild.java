package org.misconductmonitor.platform.embedded;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.concurrent.locks.LockSupport;

/**
 * Main class of the registry's process. It ends when its standard input does, which happens whenever the parent
 * process ends, also by kill -9. It uses nothing but the JDK, because the registry brings libraries of its own.
 */
public final class RegistryChild {
    private static final long EXIT_LIMIT_NANOS = 10_000_000_000L;

    private RegistryChild() {}

    /** One argument: the registry's runner jar. */
    public static void main(String[] args) throws ReflectiveOperationException, IOException {
        Thread watch = new Thread(RegistryChild::endWithParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        URL[] jar = {Path.of(args[0]).toUri().toURL()};
        URLClassLoader loader = new URLClassLoader("registry", jar, ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        loader.loadClass("io.quarkus.runner.GeneratedMain")
                .getMethod("main", String[].class)
                .invoke(null, (Object) new String[0]);
    }

    private static void endWithParent() {
        try {
            while (System.in.read() >= 0) {
                // The parent never writes.
            }
        } catch (IOException e) {
            // As good as the end.
        }
        Thread limit = new Thread(RegistryChild::haltSoon, "exit-limit");
        limit.setDaemon(true);
        limit.start();
        Runtime.getRuntime().exit(0);
    }

    /** A clean end that does not come is no reason to live on without a parent. */
    private static void haltSoon() {
        LockSupport.parkNanos(EXIT_LIMIT_NANOS);
        Runtime.getRuntime().halt(1);
    }
}
