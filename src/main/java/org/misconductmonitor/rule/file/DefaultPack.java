package org.misconductmonitor.rule.file;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.misconductmonitor.rule.WorkingCalendar;

/** The rules that ship with the monitor. */
public final class DefaultPack {
    private static final String FOLDER = "/rules/";

    private DefaultPack() {}

    /** @throws RuleFileException never in a release: the build loads the pack and runs its tests */
    public static LoadedRules load() {
        return load(Calendars.shipped());
    }

    /** With another calendar than the one that comes with the monitor. */
    public static LoadedRules load(WorkingCalendar calendar) {
        return RuleFiles.read(texts(calendar));
    }

    /** The files as they ship, in the order of {@code index.txt}, which lists them: a jar has no directories. */
    public static List<RuleText> texts() {
        return texts(Calendars.shipped());
    }

    private static List<RuleText> texts(WorkingCalendar calendar) {
        return resource("index.txt")
                .lines()
                .filter(name -> !name.isBlank())
                .map(name -> new RuleText("default:" + name, resource(name), calendar))
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
