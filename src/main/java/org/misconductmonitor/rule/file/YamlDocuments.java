package org.misconductmonitor.rule.file;

import java.util.ArrayList;
import java.util.List;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Compose;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;
import org.snakeyaml.engine.v2.nodes.Node;

/** YAML text to nodes that know their place. Nothing in it is constructed, resolved or expanded. */
final class YamlDocuments {
    /** Longest text that is read, in characters: the largest useful rule file is a hundredth of it. */
    static final int LONGEST = 1_000_000;

    private YamlDocuments() {}

    /**
     * One document of a file.
     *
     * @param root its content
     * @param yaml its own text, comments included
     */
    record Document(Node root, String yaml) {}

    /** The documents of a file; empty, with problems told, if any of it is not plain YAML. */
    static List<Document> read(RuleText text, Problems problems) {
        if (text.text().length() > LONGEST) {
            problems.error(
                    problems.wholeFile(),
                    "is longer than " + LONGEST + " characters; split it into several files of a directory");
            return List.of();
        }
        LoadSettings settings = LoadSettings.builder()
                .setLabel(text.name())
                .setUseMarks(true)
                .setAllowNonScalarKeys(true)
                .setCodePointLimit(LONGEST)
                .build();
        try {
            List<Integer> starts = YamlGuard.starts(text, settings, problems);
            if (starts.isEmpty()) {
                return List.of();
            }
            List<Node> nodes = new ArrayList<>();
            new Compose(settings).composeAllFromString(text.text()).forEach(nodes::add);
            return documents(text, nodes, starts);
        } catch (MarkedYamlEngineException e) {
            Place place = YamlErrors.mark(e).map(problems::place).orElse(problems.wholeFile());
            problems.error(place, YamlErrors.explain(e));
        } catch (YamlEngineException e) {
            problems.error(problems.place(YamlErrors.position(text.text(), e)), YamlErrors.explain(e));
        }
        return List.of();
    }

    private static List<Document> documents(RuleText text, List<Node> nodes, List<Integer> starts) {
        List<String> lines = text.lines();
        List<Document> documents = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            int from = i == 0 ? 0 : starts.get(i);
            int to = i + 1 < starts.size() ? starts.get(i + 1) : lines.size();
            String yaml = String.join("\n", lines.subList(Math.min(from, to), Math.min(to, lines.size())));
            // A block of text that the file breaks off ends without a line break, and so it must when it is published.
            boolean brokenOff = i + 1 == nodes.size() && !text.text().endsWith("\n");
            documents.add(new Document(nodes.get(i), brokenOff ? yaml : yaml + "\n"));
        }
        return documents;
    }
}
