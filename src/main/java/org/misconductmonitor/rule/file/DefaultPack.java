package org.misconductmonitor.rule.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** The rules that ship with the monitor. */
public final class DefaultPack {
    private static final String FOLDER = "/rules/";

    private DefaultPack() {}

    /** @throws RuleFileException never in a release: the build loads the pack and runs its tests */
    public static LoadedRules load() {
        return RuleFiles.read(texts());
    }

    /** The files as they ship, in the order of {@code index.txt}, which lists them: a jar has no directories. */
    public static List<RuleText> texts() {
        return resource("index.txt")
                .lines()
                .filter(name -> !name.isBlank())
                .map(name -> new RuleText("default:" + name, resource(name)))
                .toList();
    }

    private static String resource(String name) {
        try (InputStream in = DefaultPack.class.getResourceAsStream(FOLDER + name)) {
            if (in == null) {
                throw new IllegalStateException("the default rules lack " + name + ": is the jar damaged?");
            }
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
