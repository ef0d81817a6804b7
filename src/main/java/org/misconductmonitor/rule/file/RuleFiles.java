package org.misconductmonitor.rule.file;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.misconductmonitor.rule.WorkingCalendar;

/** Rule files: YAML, one rule a document. Either all of them load, or none and every error is told. */
public final class RuleFiles {
    private RuleFiles() {}

    /** As {@link #load(List, WorkingCalendar)} with the calendar that comes with the monitor. */
    public static LoadedRules load(List<Path> paths) {
        return load(paths, Calendars.shipped());
    }

    /**
     * Loads files, and of directories every {@code *.yaml} and {@code *.yml} in them, in order of their names.
     *
     * @param calendar the working days that rules count
     * @throws RuleFileException with every problem of every file
     */
    public static LoadedRules load(List<Path> paths, WorkingCalendar calendar) {
        List<RuleProblem> unreadable = new ArrayList<>();
        List<RuleText> texts = RuleSources.read(paths, calendar, unreadable);
        return read(texts, unreadable);
    }

    /**
     * Loads texts that are in memory already.
     *
     * @throws RuleFileException with every problem of every text
     */
    public static LoadedRules read(List<RuleText> texts) {
        return read(texts, List.of());
    }

    private static LoadedRules read(List<RuleText> texts, List<RuleProblem> unreadable) {
        List<RuleProblem> errors = new ArrayList<>(unreadable);
        List<RuleProblem> warnings = new ArrayList<>();
        List<RuleDocument> documents = new ArrayList<>();
        Map<String, Place> ids = new HashMap<>();
        for (RuleText text : texts) {
            Problems problems = new Problems(text);
            List<RuleDocument> read = documents(text, problems);
            read.forEach(document -> claim(document, ids, problems));
            documents.addAll(read);
            problems.errors().stream()
                    .sorted(Comparator.comparing(RuleProblem::place))
                    .forEach(errors::add);
            problems.warnings().stream()
                    .sorted(Comparator.comparing(RuleProblem::place))
                    .forEach(warnings::add);
        }
        if (!errors.isEmpty()) {
            throw new RuleFileException(errors);
        }
        return new LoadedRules(documents, warnings);
    }

    private static List<RuleDocument> documents(RuleText text, Problems problems) {
        List<RuleDocument> documents = new ArrayList<>();
        List<YamlDocuments.Document> yaml = YamlDocuments.read(text, problems);
        boolean only = yaml.size() == 1;
        for (YamlDocuments.Document document : yaml) {
            if (Scalars.isNothing(document.root())) {
                problems.error(
                        only ? problems.wholeFile() : problems.place(document.root()),
                        only ? "holds no rule; write one" : "an empty document; write a rule, or remove the '---'");
                continue;
            }
            RuleDocument read = RuleReader.read(document, problems);
            if (read != null) {
                documents.add(read);
            }
        }
        if (yaml.isEmpty() && problems.count() == 0) {
            problems.error(problems.wholeFile(), "holds no rule; write one");
        }
        return documents;
    }

    private static void claim(RuleDocument document, Map<String, Place> ids, Problems problems) {
        String id = document.rule().id();
        Place first = ids.putIfAbsent(id.toLowerCase(Locale.ROOT), document.place());
        if (first != null) {
            problems.error(document.place(), "the id '" + id + "' is taken by the rule at " + first + "; rename one");
        }
    }
}
