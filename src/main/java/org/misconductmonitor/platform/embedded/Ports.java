package org.misconductmonitor.platform.embedded;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;

/** Free ports on the loopback address. Another process may take one before it is used: callers try again. */
final class Ports {
    private Ports() {}

    static int free() {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static boolean isFree(int port) {
        try (ServerSocket socket = new ServerSocket()) {
            // As servers do: connections of the previous run that are still winding down are no obstacle.
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            return true;
        } catch (IOException e) {
            return false;
        }
    }

    /** The port that the file remembers if nobody has it now, otherwise another, which the file then remembers. */
    static int remembered(Path file) throws IOException {
        if (Files.exists(file)) {
            String text = Files.readString(file).strip();
            if (text.matches("\\d{1,5}") && Integer.parseInt(text) <= 65535 && isFree(Integer.parseInt(text))) {
                return Integer.parseInt(text);
            }
        }
        int port = free();
        Files.writeString(file, Integer.toString(port));
        return port;
    }
}
