package org.misconductmonitor.privacy;

import java.io.IOException;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Properties;
import java.util.Set;

/**
 * The secrets of a site, as Java properties: {@code wrapping.ID} and {@code pseudonym.ID} are keys of 32 bytes in base64,
 * {@code wrapping} and {@code pseudonym} name the one in use. Older keys stay for as long as something needs them.
 */
public final class KeyFile {
    /** What a key is for. */
    public enum Purpose {
        /** Wraps the keys of officers in the vault. */
        WRAPPING("wrapping"),
        /** Makes pseudonyms. */
        PSEUDONYM("pseudonym");

        private final String word;

        Purpose(String word) {
            this.word = word;
        }
    }

    private static final Set<PosixFilePermission> OWNER_ONLY = PosixFilePermissions.fromString("rw-------");

    private final Path file;
    private final Properties content;

    private KeyFile(Path file, Properties content) {
        this.file = file;
        this.content = content;
    }

    /**
     * Makes new keys of both purposes in a new file that only its owner can read.
     *
     * @throws PrivacyException if there is such a file, or it cannot be written
     */
    public static KeyFile create(Path file) {
        KeyFile created = new KeyFile(file, new Properties());
        for (Purpose purpose : Purpose.values()) {
            created.add(purpose);
        }
        created.write(StandardOpenOption.CREATE_NEW);
        return created;
    }

    /** @throws PrivacyException if it cannot be read, others may read it, or it lacks a key */
    public static KeyFile read(Path file) {
        Properties content = new Properties();
        try (Reader reader = Files.newBufferedReader(file, StandardCharsets.UTF_8)) {
            requirePrivate(file);
            content.load(reader);
        } catch (IOException | IllegalArgumentException e) {
            throw new PrivacyException(
                    file + " cannot be read; privacy.key.file names the file that 'privacy create-keys' makes", e);
        }
        KeyFile read = new KeyFile(file, content);
        for (Purpose purpose : Purpose.values()) {
            read.keys(purpose);
            read.current(purpose);
        }
        return read;
    }

    /** Makes a new key and takes it into use; the one before stays in the file. */
    public void rotate(Purpose purpose) {
        add(purpose);
        write(StandardOpenOption.TRUNCATE_EXISTING);
    }

    /** Pseudonyms made with the key in use. */
    public Pseudonyms pseudonyms() {
        return pseudonyms(current(Purpose.PSEUDONYM));
    }

    /** @throws PrivacyException if there is no key of that id */
    public Pseudonyms pseudonyms(String keyId) {
        byte[] secret = keys(Purpose.PSEUDONYM).get(keyId);
        if (secret == null) {
            throw new PrivacyException(file + " has no key pseudonym." + keyId);
        }
        return new Pseudonyms(keyId, secret);
    }

    /** Id of the key in use. */
    public String current(Purpose purpose) {
        String id = content.getProperty(purpose.word);
        if (id == null || !content.containsKey(purpose.word + "." + id)) {
            throw new PrivacyException(file + " must name one of its keys as " + purpose.word + " = ID");
        }
        return id;
    }

    Map<String, byte[]> keys(Purpose purpose) {
        Map<String, byte[]> keys = new HashMap<>();
        String prefix = purpose.word + ".";
        for (String name : content.stringPropertyNames()) {
            if (name.startsWith(prefix)) {
                keys.put(name.substring(prefix.length()), key(name));
            }
        }
        return keys;
    }

    private byte[] key(String name) {
        try {
            byte[] key = Base64.getDecoder().decode(content.getProperty(name).strip());
            if (key.length == Crypto.KEY_BYTES) {
                return key;
            }
        } catch (IllegalArgumentException e) {
            throw new PrivacyException(name + " in " + file + " is not base64", e);
        }
        throw new PrivacyException(name + " in " + file + " must be 32 bytes in base64");
    }

    private void add(Purpose purpose) {
        String id = purpose.word.charAt(0) + HexFormat.of().formatHex(Crypto.random(3));
        content.setProperty(
                purpose.word + "." + id, Base64.getEncoder().encodeToString(Crypto.random(Crypto.KEY_BYTES)));
        content.setProperty(purpose.word, id);
    }

    private void write(StandardOpenOption how) {
        StringBuilder text =
                new StringBuilder("# Secret. Without it no sealed text can be read and no pseudonym made.\n");
        content.stringPropertyNames().stream().sorted().forEach(name -> text.append(name)
                .append('=')
                .append(content.getProperty(name))
                .append('\n'));
        try {
            if (how == StandardOpenOption.CREATE_NEW) {
                Files.createFile(file, attributes(file));
            }
            Files.writeString(file, text, StandardOpenOption.TRUNCATE_EXISTING);
        } catch (FileAlreadyExistsException e) {
            throw new PrivacyException(file + " exists already: its keys may still be needed", e);
        } catch (IOException e) {
            throw new PrivacyException(file + " cannot be written", e);
        }
    }

    private static FileAttribute<?>[] attributes(Path file) {
        boolean posix = file.getFileSystem().supportedFileAttributeViews().contains("posix");
        return posix
                ? new FileAttribute<?>[] {PosixFilePermissions.asFileAttribute(OWNER_ONLY)}
                : new java.nio.file.attribute.FileAttribute<?>[0];
    }

    private static void requirePrivate(Path file) throws IOException {
        if (file.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Set<PosixFilePermission> others = Set.of(PosixFilePermission.OTHERS_READ, PosixFilePermission.OTHERS_WRITE);
            if (Files.getPosixFilePermissions(file).stream().anyMatch(others::contains)) {
                throw new PrivacyException("everybody on this machine can read " + file + ": chmod 600 it");
            }
        }
    }
}
