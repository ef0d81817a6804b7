package org.misconductmonitor.cli;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.apache.kafka.streams.TopologyDescription;

/** A topology as nodes in the order records pass them; the same every time. */
record TopologyGraph(List<Part> parts) {

    /** What a node does. */
    enum Kind {
        SOURCE,
        PROCESSOR,
        SINK
    }

    /**
     * One step.
     *
     * @param topics read or written
     * @param stores used
     * @param next where records go from here
     */
    record Node(Kind kind, String name, Set<String> topics, Set<String> stores, Set<String> next) {}

    /** Nodes that run together in a task. */
    record Part(int id, List<Node> nodes) {
        Set<String> stores() {
            return all(nodes.stream().map(Node::stores).toList());
        }
    }

    /** All topics of all parts. */
    Set<String> topics() {
        return all(parts.stream()
                .flatMap(part -> part.nodes().stream())
                .map(Node::topics)
                .toList());
    }

    static TopologyGraph of(TopologyDescription description) {
        return new TopologyGraph(description.subtopologies().stream()
                .sorted(Comparator.comparingInt(TopologyDescription.Subtopology::id))
                .map(part -> new Part(part.id(), ordered(part.nodes())))
                .toList());
    }

    /** Sources first, then every node when all that lead to it are there. */
    private static List<Node> ordered(Set<TopologyDescription.Node> nodes) {
        List<TopologyDescription.Node> waiting = new ArrayList<>(nodes);
        waiting.sort(Comparator.comparing(TopologyDescription.Node::name));
        List<Node> ordered = new ArrayList<>();
        Set<String> done = new TreeSet<>();
        while (!waiting.isEmpty()) {
            TopologyDescription.Node ready = waiting.stream()
                    .filter(node -> done.containsAll(names(node.predecessors())))
                    .findFirst()
                    .orElseThrow();
            waiting.remove(ready);
            done.add(ready.name());
            ordered.add(node(ready));
        }
        return ordered;
    }

    private static Node node(TopologyDescription.Node node) {
        Set<String> next = names(node.successors());
        if (node instanceof TopologyDescription.Source source) {
            return new Node(Kind.SOURCE, node.name(), new TreeSet<>(source.topicSet()), Set.of(), next);
        }
        if (node instanceof TopologyDescription.Sink sink) {
            return new Node(Kind.SINK, node.name(), Set.of(sink.topic()), Set.of(), next);
        }
        Set<String> stores = new TreeSet<>(((TopologyDescription.Processor) node).stores());
        return new Node(Kind.PROCESSOR, node.name(), Set.of(), stores, next);
    }

    private static Set<String> names(Set<TopologyDescription.Node> nodes) {
        return nodes.stream().map(TopologyDescription.Node::name).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> all(List<Set<String>> sets) {
        return sets.stream().flatMap(Set::stream).collect(Collectors.toCollection(TreeSet::new));
    }
}
