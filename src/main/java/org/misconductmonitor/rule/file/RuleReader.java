package org.misconductmonitor.rule.file;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.Filter;
import org.misconductmonitor.rule.Rule;
import org.snakeyaml.engine.v2.nodes.Node;
import org.snakeyaml.engine.v2.nodes.ScalarNode;

/** Reads one document: the keys of every rule, and by its kind the rest. */
final class RuleReader {
    /** The keys of every rule, whatever its kind. */
    static final List<String> KEYS = List.of(
            "id",
            "title",
            "description",
            "kind",
            "status",
            "where",
            "validFrom",
            "validUntil",
            "owner",
            "source",
            "exceptions",
            "tests");

    static final List<String> STATUSES = List.of("live", "shadow");

    private static final Pattern ID = Pattern.compile("[A-Za-z][A-Za-z0-9]*(-[A-Za-z0-9]+)*");
    private static final int LONGEST_ID = 80;

    private RuleReader() {}

    /** @return the rule, or null after telling everything that is wrong with it */
    static RuleDocument read(YamlDocuments.Document document, Problems problems) {
        int before = problems.count();
        Mapping mapping = Mapping.of(document.root(), "a rule, such as 'id: repeat-any' and more keys,", problems);
        if (mapping == null) {
            return null;
        }
        Optional<ConditionReader> kind = kind(mapping);
        mapping.allow(keys(kind), RuleReader::underWhere);
        String id = id(mapping);
        String title = title(mapping);
        Filter where = mapping.get("where") == null
                ? Filter.EVERYTHING
                : new FilterReader(problems).read(mapping.get("where"));
        Condition condition = kind.map(reader -> reader.read(mapping)).orElse(null);
        Instant from = instant(mapping, "validFrom");
        Instant until = instant(mapping, "validUntil");
        if (from != null && until != null && !from.isBefore(until)) {
            problems.error(mapping.get("validUntil"), "'validUntil' must be later than 'validFrom'");
        }
        Rule.Status status = status(mapping);
        List<String> texts = texts(mapping);
        List<RuleTest> tests = new RuleTestReader(mapping).read();
        String exceptions = exceptions(mapping);
        if (problems.count() > before) {
            return null;
        }
        Rule rule = new Rule(
                id, "", title, texts.get(0), status, texts.get(1), texts.get(2), from, until, where, condition);
        Place place = problems.place(mapping.get("id"));
        return new RuleDocument(RuleVersions.versioned(rule), exceptions, tests, place, document.yaml());
    }

    /** Of a slip of the pen, the kind that was meant, so that the rest is read and told as well. */
    private static Optional<ConditionReader> kind(Mapping mapping) {
        Node node = mapping.require("kind", "kind: threshold");
        if (node == null) {
            return Optional.empty();
        }
        List<String> kinds = ConditionReaders.kinds();
        String word = Scalars.word(node, "'kind'", kinds, mapping.problems());
        String written = node instanceof ScalarNode scalar ? scalar.getValue() : "";
        return ConditionReaders.of(
                word != null ? word : Words.nearest(written, kinds).orElse(""));
    }

    private static String underWhere(String key) {
        return Field.named(key).isPresent() ? "it is a field: write it below 'where:', indented by two spaces" : "";
    }

    private static Set<String> keys(Optional<ConditionReader> kind) {
        Set<String> keys = new LinkedHashSet<>(KEYS);
        kind.map(List::of).orElse(ConditionReaders.ALL).forEach(reader -> keys.addAll(reader.keys()));
        return keys;
    }

    private static String id(Mapping mapping) {
        Node node = mapping.require("id", "id: repeat-any");
        String id = node == null ? null : Scalars.text(node, "'id'", mapping.problems());
        if (id != null && (id.length() > LONGEST_ID || !ID.matcher(id).matches())) {
            mapping.problems()
                    .error(
                            node,
                            "an id starts with a letter and is made of letters and digits, joined by '-', at most "
                                    + LONGEST_ID + ", such as " + suggestion(id));
        }
        return id;
    }

    private static String suggestion(String id) {
        String joined = id.strip().replaceAll("[^A-Za-z0-9]+", "-").replaceAll("^[-0-9]+|-$", "");
        return joined.isEmpty() || joined.length() > LONGEST_ID ? "'repeat-any'" : "'" + joined + "'";
    }

    private static String title(Mapping mapping) {
        Node node = mapping.require("title", "title: Three allegations in a year");
        return node == null ? null : Scalars.text(node, "'title'", mapping.problems());
    }

    private static Rule.Status status(Mapping mapping) {
        Node node = mapping.get("status");
        String word = node == null ? null : Scalars.word(node, "'status'", STATUSES, mapping.problems());
        return "shadow".equals(word) ? Rule.Status.SHADOW : Rule.Status.LIVE;
    }

    private static Instant instant(Mapping mapping, String key) {
        Node node = mapping.get(key);
        return node == null ? null : Scalars.instant(node, "'" + key + "'", mapping.problems());
    }

    /** Description, owner and source; each may be absent. */
    private static List<String> texts(Mapping mapping) {
        List<String> texts = new ArrayList<>();
        texts.add(mapping.text("description"));
        texts.add(mapping.text("owner"));
        texts.add(mapping.text("source"));
        return texts;
    }

    private static String exceptions(Mapping mapping) {
        return mapping.has("exceptions")
                ? mapping.list("exceptions").stream()
                        .map(node -> Scalars.text(node, "'exceptions'", mapping.problems()))
                        .collect(Collectors.joining("\n"))
                : null;
    }
}
