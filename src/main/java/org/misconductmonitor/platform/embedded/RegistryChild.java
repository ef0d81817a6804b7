package org.misconductmonitor.platform.embedded;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;

/**
 * Main class of the registry's process. It ends when its standard input does, which happens whenever the parent
 * process ends, also by kill -9. It uses nothing but the JDK, because the registry brings libraries of its own.
 */
public final class RegistryChild {
    private RegistryChild() {}

    /** One argument: the registry's runner jar. */
    public static void main(String[] args) throws ReflectiveOperationException, IOException {
        Thread watch = new Thread(RegistryChild::haltWithParent, "parent-watch");
        watch.setDaemon(true);
        watch.start();
        URL[] jar = {Path.of(args[0]).toUri().toURL()};
        URLClassLoader loader = new URLClassLoader("registry", jar, ClassLoader.getPlatformClassLoader());
        Thread.currentThread().setContextClassLoader(loader);
        loader.loadClass("io.quarkus.runner.GeneratedMain")
                .getMethod("main", String[].class)
                .invoke(null, (Object) new String[0]);
    }

    private static void haltWithParent() {
        try {
            while (System.in.read() >= 0) {
                // The parent never writes.
            }
        } catch (IOException e) {
            // As good as the end.
        }
        Runtime.getRuntime().exit(0);
    }
}
