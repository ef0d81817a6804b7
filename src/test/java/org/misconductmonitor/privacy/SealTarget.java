package org.misconductmonitor.privacy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.hostile.Messages;
import org.misconductmonitor.hostile.Target;

/**
 * What the vault reads. First byte 0: the file of the site's keys; 1: the key of an officer as it lies in the vault; else a
 * sealed text. Whatever is not what this site has made opens nothing.
 */
final class SealTarget implements Target {
    private static final Subject OFFICER = Subject.ofOfficer("o");
    private static final String WORDS = "in people's own words";

    private final Path directory;
    private final Path keyFile;
    private final Path wrapped;
    private final byte[] good;
    private final TextSeal seal;
    private final KeyFile keys;
    private final String sealed;

    SealTarget() {
        try {
            directory = Files.createTempDirectory("seal");
            keyFile = directory.resolve("keys");
            keys = KeyFile.create(directory.resolve("site"));
            Files.createFile(
                    keyFile, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
            seal = new TextSeal(new FileKeyVault(directory.resolve("vault"), keys));
            sealed = seal.seal(OFFICER, "e", "f", WORDS);
            try (var files = Files.walk(directory.resolve("vault"))) {
                wrapped = files.filter(Files::isRegularFile).findFirst().orElseThrow();
            }
            good = Files.readAllBytes(wrapped);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String verdict(byte[] input) {
        if (input.length == 0) {
            return "nothing";
        }
        byte[] content = new byte[input.length - 1];
        System.arraycopy(input, 1, content, 0, content.length);
        try {
            return switch (input[0]) {
                case 0 -> keyFile(content);
                case 1 -> wrapped(content);
                default -> opened(new String(content, StandardCharsets.UTF_8));
            };
        } catch (PrivacyException e) {
            String said = e.getMessage().replace(directory.toString(), "");
            Messages.assertPlain(said, 400 + 2 * content.length, "vault");
            return said;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private String keyFile(byte[] content) throws IOException {
        Files.write(keyFile, content);
        KeyFile read = KeyFile.read(keyFile);
        for (KeyFile.Purpose purpose : KeyFile.Purpose.values()) {
            if (!read.keys(purpose).containsKey(read.current(purpose))) {
                throw new AssertionError("a key file without the key in use");
            }
        }
        return "taken";
    }

    private String wrapped(byte[] content) throws IOException {
        try {
            Files.write(wrapped, content);
            return opened(sealed);
        } finally {
            Files.write(wrapped, good);
        }
    }

    /** No other text than ours is opened: nothing else bears the mark of the key. */
    private String opened(String text) {
        Optional<String> opened = seal.open(OFFICER, "e", "f", text);
        if (opened.isPresent() && !opened.get().equals(WORDS)) {
            throw new AssertionError("opened something that nobody sealed");
        }
        return opened.isPresent() ? "opened" : "closed";
    }

    @Override
    public List<byte[]> seeds() {
        String key = Base64.getEncoder().encodeToString(new byte[Crypto.KEY_BYTES]);
        String site = "wrapping.a=" + key + "\nwrapping=a\npseudonym.b=" + key + "\npseudonym=b\n";
        return List.of(
                seed(0, site),
                seed(0, site.replace("wrapping=a", "wrapping=\\u0000")),
                seed(0, "wrapping.\\u001b[2J=x"),
                seed(0, "\\u00"),
                seed(1, new String(good, StandardCharsets.ISO_8859_1)),
                seed(1, ""),
                seed(2, sealed),
                seed(2, sealed.substring(0, sealed.length() - 1)),
                seed(2, "enc:v1:0123456789abcdef:" + "A".repeat(39)));
    }

    private static byte[] seed(int kind, String content) {
        return ((char) kind + content).getBytes(StandardCharsets.ISO_8859_1);
    }
}
