package org.misconductmonitor.platform;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Looks in files for texts that are known, byte by byte, and in what gzip has compressed. What is compressed or encrypted
 * in another way it does not see.
 */
public final class FileTraces {
    private static final int CHUNK = 1 << 20;
    /** From their middle: where a text begins or ends a compressed block may refer to another one. */
    private static final int LONGEST = 24;
    /** What is shorter occurs by chance. */
    private static final int SHORTEST = 6;

    private final List<String> texts;

    /** @param texts in the words of people */
    public FileTraces(Collection<String> texts) {
        this.texts = texts.stream()
                .map(FileTraces::middle)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /** How many texts are looked for: those that are too short are not. */
    public int texts() {
        return texts.size();
    }

    /**
     * The files below that hold any of them. Files that vanish meanwhile are left out.
     *
     * @throws IOException if one cannot be read
     */
    public List<Path> in(Path root) throws IOException {
        List<Path> found = new ArrayList<>();
        if (texts.isEmpty() || !Files.exists(root)) {
            return found;
        }
        Files.walkFileTree(root, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
                if (attributes.isRegularFile() && isIn(file)) {
                    found.add(file);
                }
                return FileVisitResult.CONTINUE;
            }

            @Override
            public FileVisitResult visitFileFailed(Path file, IOException e) throws IOException {
                if (e instanceof NoSuchFileException) {
                    return FileVisitResult.CONTINUE;
                }
                throw e;
            }
        });
        return found;
    }

    private boolean isIn(Path file) throws IOException {
        try (InputStream plain = new BufferedInputStream(Files.newInputStream(file))) {
            if (isIn(plain)) {
                return true;
            }
        } catch (NoSuchFileException e) {
            return false;
        }
        if (!file.toString().endsWith(".gz")) {
            return false;
        }
        try (InputStream packed = new GZIPInputStream(Files.newInputStream(file), CHUNK)) {
            return isIn(packed);
        } catch (ZipException e) {
            // Only its name says that it is compressed: it was looked at as it is.
            return false;
        }
    }

    private boolean isIn(InputStream in) throws IOException {
        int most = texts.stream().mapToInt(String::length).max().orElseThrow();
        String kept = "";
        byte[] chunk = new byte[CHUNK];
        for (int read = in.readNBytes(chunk, 0, CHUNK); read > 0; read = in.readNBytes(chunk, 0, CHUNK)) {
            String seen = kept + new String(chunk, 0, read, StandardCharsets.ISO_8859_1);
            if (texts.stream().anyMatch(seen::contains)) {
                return true;
            }
            kept = seen.substring(Math.max(0, seen.length() - most + 1));
        }
        return false;
    }

    /** Bytes as they lie in files, each as one character. */
    private static String middle(String text) {
        String bytes = new String(text.getBytes(StandardCharsets.UTF_8), StandardCharsets.ISO_8859_1);
        if (bytes.length() < SHORTEST) {
            return null;
        }
        int start = Math.max(0, (bytes.length() - LONGEST) / 2);
        return bytes.substring(start, Math.min(bytes.length(), start + LONGEST));
    }
}
