package org.misconductmonitor.hostile;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.misconductmonitor.engine.Evaluators;
import org.misconductmonitor.rule.file.DefaultPack;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.RuleFileException;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/** The loader of rules: rules that can be evaluated, or a list of what is wrong. */
public final class RuleTarget implements Target {
    private static final int LONGEST = 4_000;

    @Override
    public void feed(byte[] input) {
        try {
            LoadedRules loaded = RuleFiles.read(List.of(new RuleText("f", new String(input, StandardCharsets.UTF_8))));
            Evaluators.of(loaded.rules());
            loaded.warnings().forEach(warning -> Messages.assertPlain(warning.toString(), LONGEST, "warning"));
        } catch (RuleFileException e) {
            e.problems().forEach(problem -> Messages.assertPlain(problem.toString(), LONGEST, "problem"));
        }
    }

    @Override
    public List<byte[]> seeds() {
        List<byte[]> seeds = new ArrayList<>();
        DefaultPack.texts().forEach(text -> seeds.add(text.text().getBytes(StandardCharsets.UTF_8)));
        for (String odd :
                List.of("", "{{{{", "id: \u0000", "a: &a [*a]", "? : -", "id: a\n---\n...\n%YAML 9", "\uFEFFid: x")) {
            seeds.add(odd.getBytes(StandardCharsets.UTF_8));
        }
        return seeds;
    }
}
