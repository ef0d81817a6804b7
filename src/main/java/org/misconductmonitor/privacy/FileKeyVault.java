package org.misconductmonitor.privacy;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.misconductmonitor.event.Sha256;

/**
 * A vault of one file a key, wrapped by a key of the site, in a directory that publishers share. A file says neither
 * whose it is, but for who knows the pseudonym, nor anything else without the site's key. Safe for several processes.
 */
public final class FileKeyVault implements KeyVault {
    private static final String VERSION = "v1";

    private final Path directory;
    private final Map<String, byte[]> wrapping;
    private final String current;

    /**
     * Opens a vault, or a new one.
     *
     * @throws PrivacyException if the directory cannot be made
     */
    public FileKeyVault(Path directory, KeyFile keys) {
        this.directory = directory;
        this.wrapping = keys.keys(KeyFile.Purpose.WRAPPING);
        this.current = keys.current(KeyFile.Purpose.WRAPPING);
        try {
            Files.createDirectories(directory);
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    @Override
    public DataKey obtain(String holder) {
        Path file = file(holder);
        for (Optional<DataKey> known = find(holder); ; known = find(holder)) {
            if (known.isPresent()) {
                return known.get();
            }
            try {
                // Whole or not at all, and only one of several who make it at once.
                Path made = write(file, DataKey.random());
                try {
                    Files.createLink(file, made);
                } finally {
                    Files.delete(made);
                }
            } catch (FileAlreadyExistsException e) {
                continue;
            } catch (IOException e) {
                throw unusable(e);
            }
        }
    }

    @Override
    public Optional<DataKey> find(String holder) {
        return read(file(holder));
    }

    @Override
    public boolean destroy(String holder) {
        Path file = file(holder);
        return alone(() -> {
            if (!Files.exists(file)) {
                return false;
            }
            try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
                channel.write(ByteBuffer.wrap(Crypto.random((int) channel.size())));
                channel.force(true);
            }
            Files.delete(file);
            return true;
        });
    }

    /**
     * Wraps every key anew that is not wrapped by the site's key in use: after that older keys of the site can be
     * destroyed, and with them every copy of the vault that was made before.
     *
     * @return how many were
     */
    public int rewrap() {
        return alone(() -> {
            int changed = 0;
            try (Stream<Path> files = Files.walk(directory)) {
                List<Path> all =
                        files.filter(file -> file.toString().endsWith(".key")).toList();
                for (Path file : all) {
                    if (!Files.readString(file).startsWith(VERSION + " " + current + " ")) {
                        DataKey key = read(file).orElseThrow();
                        Files.move(write(file, key), file, StandardCopyOption.REPLACE_EXISTING);
                        changed++;
                    }
                }
            }
            return changed;
        });
    }

    private interface Work<T> {
        T run() throws IOException;
    }

    /** What was destroyed must not come back by being wrapped anew at the same time. */
    private <T> T alone(Work<T> work) {
        try (FileChannel channel =
                FileChannel.open(directory.resolve("lock"), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
            channel.lock();
            return work.run();
        } catch (IOException e) {
            throw unusable(e);
        }
    }

    private Optional<DataKey> read(Path file) {
        String[] parts;
        try {
            parts = Files.readString(file).strip().split(" ");
        } catch (NoSuchFileException e) {
            return Optional.empty();
        } catch (IOException e) {
            throw unusable(e);
        }
        if (parts.length != 4 || !parts[0].equals(VERSION)) {
            throw new PrivacyException(file + " is no key of this release");
        }
        byte[] site = wrapping.get(parts[1]);
        if (site == null) {
            throw new PrivacyException("a key in " + directory + " is wrapped by wrapping." + parts[1]
                    + ", which the key file does not have");
        }
        byte[] secret = box(parts[3])
                .flatMap(box -> Crypto.unbox(site, associated(file, parts[2]), box))
                .orElseThrow(() -> new PrivacyException(file + " is damaged, or of another site"));
        return Optional.of(new DataKey(parts[2], secret));
    }

    /** @return empty if it is not base64 */
    private static Optional<byte[]> box(String text) {
        try {
            return Optional.of(Base64.getUrlDecoder().decode(text));
        } catch (IllegalArgumentException e) {
            return Optional.empty();
        }
    }

    private Path write(Path file, DataKey key) throws IOException {
        byte[] box = Crypto.box(
                wrapping.get(current), Crypto.random(Crypto.NONCE_BYTES), associated(file, key.id()), key.secret());
        Files.createDirectories(file.getParent());
        Path made = Files.createTempFile(file.getParent(), "new", ".tmp");
        return Files.writeString(
                made,
                String.join(
                        " ", VERSION, current, key.id(), Base64.getUrlEncoder().encodeToString(box)),
                StandardOpenOption.DSYNC);
    }

    private static byte[] associated(Path file, String keyId) {
        return Crypto.row(file.getFileName().toString(), keyId);
    }

    private Path file(String holder) {
        String name = HexFormat.of().formatHex(Sha256.of(holder));
        return directory.resolve(name.substring(0, 2)).resolve(name + ".key");
    }

    private PrivacyException unusable(IOException e) {
        return new PrivacyException("the vault " + directory + " cannot be used: " + e, e);
    }
}
