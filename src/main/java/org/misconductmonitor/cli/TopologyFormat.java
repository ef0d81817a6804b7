package org.misconductmonitor.cli;

import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import org.misconductmonitor.cli.TopologyGraph.Kind;
import org.misconductmonitor.cli.TopologyGraph.Node;
import org.misconductmonitor.cli.TopologyGraph.Part;

/** Ways to write down a topology. */
enum TopologyFormat {
    TEXT {
        @Override
        String write(TopologyGraph graph) {
            StringBuilder text = new StringBuilder();
            for (Part part : graph.parts()) {
                text.append("Part %d: one task for each partition%n".formatted(part.id()));
                part.nodes().forEach(node -> text.append(block(node)));
            }
            return text.toString();
        }
    },
    MERMAID {
        @Override
        String write(TopologyGraph graph) {
            Ids ids = new Ids();
            StringBuilder text = new StringBuilder("flowchart LR\n");
            graph.topics().forEach(topic -> text.append("  %s[[\"%s\"]]\n".formatted(ids.topic(topic), topic)));
            for (Part part : graph.parts()) {
                text.append("  subgraph part%d [\"part %d\"]\n".formatted(part.id(), part.id()));
                part.nodes()
                        .forEach(node -> text.append("    %s[\"%s\"]\n".formatted(ids.node(node.name()), node.name())));
                part.stores().forEach(store -> text.append("    %s[(\"%s\")]\n".formatted(ids.store(store), store)));
                text.append("  end\n");
            }
            edges(graph, ids, text, " --> ", " -.- ", "");
            return text.toString();
        }
    },
    DOT {
        @Override
        String write(TopologyGraph graph) {
            Ids ids = new Ids();
            StringBuilder text =
                    new StringBuilder("digraph monitor {\n  rankdir=LR;\n  node [fontname=\"sans-serif\"];\n");
            graph.topics()
                    .forEach(topic ->
                            text.append("  %s [label=\"%s\", shape=cds];\n".formatted(ids.topic(topic), topic)));
            for (Part part : graph.parts()) {
                text.append("  subgraph cluster_%d {\n    label=\"part %d\";\n".formatted(part.id(), part.id()));
                part.nodes()
                        .forEach(node -> text.append(
                                "    %s [label=\"%s\", shape=box];\n".formatted(ids.node(node.name()), node.name())));
                part.stores()
                        .forEach(store -> text.append(
                                "    %s [label=\"%s\", shape=cylinder];\n".formatted(ids.store(store), store)));
                text.append("  }\n");
            }
            edges(graph, ids, text, " -> ", " -> ", " [dir=none, style=dashed]");
            return text.append("}\n").toString();
        }
    };

    abstract String write(TopologyGraph graph);

    /** Identifiers without signs that mean something to the drawing tools. */
    private static final class Ids {
        private final Map<String, String> ids = new LinkedHashMap<>();

        String topic(String name) {
            return id("topic", name);
        }

        String node(String name) {
            return id("node", name);
        }

        String store(String name) {
            return id("store", name);
        }

        private String id(String kind, String name) {
            return ids.computeIfAbsent(kind + " " + name, key -> kind + (ids.size() + 1));
        }
    }

    private static void edges(
            TopologyGraph graph, Ids ids, StringBuilder text, String arrow, String line, String lineStyle) {
        String end = arrow.equals(" -> ") ? ";\n" : "\n";
        for (Part part : graph.parts()) {
            for (Node node : part.nodes()) {
                String id = ids.node(node.name());
                for (String topic : node.topics()) {
                    String other = ids.topic(topic);
                    boolean reads = node.kind() == Kind.SOURCE;
                    text.append("  " + (reads ? other : id) + arrow + (reads ? id : other) + end);
                }
                node.next().forEach(next -> text.append("  " + id + arrow + ids.node(next) + end));
                node.stores().forEach(store -> text.append("  " + id + line + ids.store(store) + lineStyle + end));
            }
        }
    }

    private static String block(Node node) {
        StringBuilder text = new StringBuilder();
        text.append("  %-9s %s%n".formatted(node.kind().name().toLowerCase(Locale.ROOT), node.name()));
        node.topics()
                .forEach(topic -> text.append(
                        "              %s %s%n".formatted(node.kind() == Kind.SOURCE ? "reads " : "writes", topic)));
        node.stores().forEach(store -> text.append("              store  %s%n".formatted(store)));
        if (!node.next().isEmpty()) {
            text.append("              to     %s%n".formatted(String.join(", ", node.next())));
        }
        return text.toString();
    }
}
