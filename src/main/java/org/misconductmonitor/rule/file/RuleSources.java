package org.misconductmonitor.rule.file;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.stream.Stream;
import org.misconductmonitor.rule.WorkingCalendar;

/** Gets the texts of rule files from the disk. */
final class RuleSources {
    private static final long LARGEST = 4L * YamlDocuments.LONGEST;

    private RuleSources() {}

    static List<RuleText> read(List<Path> paths, WorkingCalendar calendar, List<RuleProblem> problems) {
        List<Path> files = new ArrayList<>();
        paths.forEach(path -> files.addAll(files(path, problems)));
        List<RuleText> texts = new ArrayList<>();
        for (Path file : new LinkedHashSet<>(files)) {
            String text = text(file, problems);
            if (text != null) {
                texts.add(new RuleText(file.toString(), text, calendar));
            }
        }
        return texts;
    }

    private static List<Path> files(Path path, List<RuleProblem> problems) {
        if (!Files.isDirectory(path)) {
            return List.of(path);
        }
        try (Stream<Path> entries = Files.list(path)) {
            List<Path> files = entries.filter(RuleSources::isRuleFile).sorted().toList();
            if (files.isEmpty()) {
                tell(path, "a directory without a *.yaml or *.yml file", problems);
            }
            return files;
        } catch (IOException e) {
            tell(path, "cannot be listed: " + e.getMessage(), problems);
            return List.of();
        }
    }

    private static boolean isRuleFile(Path path) {
        String name = path.getFileName().toString();
        return Files.isRegularFile(path) && (name.endsWith(".yaml") || name.endsWith(".yml"));
    }

    /** @return null after telling why it cannot be read */
    static String text(Path file, List<RuleProblem> problems) {
        try {
            if (!Files.exists(file)) {
                tell(file, "there is no such file or directory", problems);
            } else if (Files.size(file) > LARGEST) {
                tell(file, "is larger than " + LARGEST + " bytes; split it into several files", problems);
            } else {
                return decode(file, Files.readAllBytes(file), problems);
            }
        } catch (IOException e) {
            tell(file, "cannot be read: " + e.getMessage(), problems);
        }
        return null;
    }

    private static String decode(Path file, byte[] bytes, List<RuleProblem> problems) {
        ByteBuffer input = ByteBuffer.wrap(bytes);
        try {
            String text = StandardCharsets.UTF_8.newDecoder().decode(input).toString();
            return text.startsWith("\uFEFF") ? text.substring(1) : text;
        } catch (CharacterCodingException e) {
            long line = 1;
            for (int i = 0; i < Math.min(input.position(), bytes.length); i++) {
                line += bytes[i] == '\n' ? 1 : 0;
            }
            tell(file, "is not UTF-8 (see line " + line + "); save it with the encoding UTF-8", problems);
            return null;
        }
    }

    private static void tell(Path path, String message, List<RuleProblem> problems) {
        problems.add(new RuleProblem(Place.ofFile(path.toString()), message, ""));
    }
}
