package org.misconductmonitor.bench;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.misconductmonitor.platform.bench.SyntheticRules;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.DefaultPack;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/** Rule sets by name. */
final class RuleSets {
    private RuleSets() {}

    /** @param name {@code chicago}, {@code default}, or a number of synthetic rules */
    static RuleSet named(String name) {
        return switch (name) {
            case "chicago" -> chicago();
            case "default" -> DefaultPack.load().rules();
            default -> SyntheticRules.of(Integer.parseInt(name));
        };
    }

    private static RuleSet chicago() {
        try (InputStream in = RuleSets.class.getResourceAsStream("/rules/chicago.yaml")) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            return RuleFiles.read(List.of(new RuleText("chicago.yaml", text))).rules();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
