package org.misconductmonitor.platform;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * The directory of the stores, held by this process alone and for one cluster: stores of another would be taken for
 * this one's wherever offsets happen to fit. Whatever ends the process ends the hold.
 */
final class StateHold implements AutoCloseable {
    private static final String FILE = "cluster";

    private final FileChannel channel;

    private StateHold(FileChannel channel) {
        this.channel = channel;
    }

    /**
     * Makes the directory if it is not there, and takes it.
     *
     * @param clusterId of the cluster that the monitor is about to work with
     * @throws LocalStateException if another process has it, or it holds stores of another cluster
     */
    static StateHold take(Path directory, String clusterId) {
        try {
            Files.createDirectories(directory);
            FileChannel channel = FileChannel.open(
                    directory.resolve(FILE),
                    StandardOpenOption.CREATE,
                    StandardOpenOption.READ,
                    StandardOpenOption.WRITE);
            StateHold hold = new StateHold(channel);
            try {
                hold.lock(directory);
                hold.mark(directory, clusterId);
                return hold;
            } catch (IOException | RuntimeException e) {
                channel.close();
                throw e;
            }
        } catch (IOException e) {
            throw new LocalStateException(
                    directory + " cannot be used (" + e.getMessage() + "): look at state.dir, its owner and its room",
                    e);
        }
    }

    private void lock(Path directory) throws IOException {
        if (!isLocked()) {
            throw new LocalStateException(
                    directory + " is in use by another process: give each instance on this machine a state.dir of its"
                            + " own, or stop the other one",
                    null);
        }
    }

    private boolean isLocked() throws IOException {
        try {
            FileLock lock = channel.tryLock();
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        }
    }

    private void mark(Path directory, String clusterId) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate((int) Math.min(channel.size(), 1 << 10));
        channel.read(bytes, 0);
        String found = new String(bytes.array(), 0, bytes.position(), UTF_8).strip();
        // Blank: of a release that did not mark it, or of a process that was killed while it did.
        if (!found.isEmpty() && !found.equals(clusterId)) {
            throw new LocalStateException(
                    directory + " holds stores of the cluster " + found + ", but bootstrap.servers leads to "
                            + clusterId + ". Nothing was changed. If that is right, give it another state.dir, or move"
                            + " this directory away; else mend bootstrap.servers",
                    null);
        }
        if (found.isEmpty()) {
            channel.write(ByteBuffer.wrap(clusterId.getBytes(UTF_8)), 0);
            channel.force(true);
        }
    }

    @Override
    public void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new LocalStateException("the directory of the stores cannot be let go: " + e.getMessage(), e);
        }
    }
}
