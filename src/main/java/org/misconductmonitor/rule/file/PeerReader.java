package org.misconductmonitor.rule.file;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Condition;
import org.misconductmonitor.rule.CountingKey;
import org.misconductmonitor.rule.Level;
import org.misconductmonitor.rule.Peer;
import org.misconductmonitor.rule.TimeBasis;
import org.misconductmonitor.rule.Window;
import org.snakeyaml.engine.v2.nodes.Node;

/** Peer: an officer's count against those of peers. */
final class PeerReader implements ConditionReader {
    /** What peers can have in common. */
    static final List<String> PEERS = Stream.of(Field.FORCE, Field.UNIT, Field.RANK, Field.ROLE)
            .map(Field::jsonName)
            .toList();

    private static final int USUAL_FLOOR = 3;
    private static final int USUAL_GROUP = 30;

    @Override
    public String kind() {
        return "peer";
    }

    @Override
    public List<String> keys() {
        return List.of("on", "peers", "count", "window", "time", "floor", "group", "levels");
    }

    @Override
    public Condition read(Mapping rule) {
        int before = rule.problems().count();
        Set<EventType> on = ConditionKeys.on(rule);
        List<Field> peers = peers(rule);
        CountingKey count = ConditionKeys.count(rule, CountingKey.ALLEGATIONS);
        Window window = ConditionKeys.window(rule, "window", "P12M");
        TimeBasis time = ConditionKeys.time(rule, TimeBasis.RECORDED_AT);
        int floor = PopulationKeys.atLeast(rule, "floor", USUAL_FLOOR, 1);
        int group = PopulationKeys.atLeast(rule, "group", USUAL_GROUP, 2);
        List<Level> levels = PopulationKeys.percentiles(rule);
        return rule.problems().count() > before ? null : new Peer(on, peers, count, window, time, floor, group, levels);
    }

    /** In one order, however they are written: the order changes no alert. */
    private static List<Field> peers(Mapping rule) {
        rule.require("peers", "peers: [force, rank, role]");
        List<Field> peers = new ArrayList<>();
        for (Node node : rule.list("peers")) {
            String word = Scalars.word(node, "'peers'", PEERS, rule.problems());
            if (word == null) {
                continue;
            }
            Field field = Field.named(word).orElseThrow();
            if (peers.contains(field)) {
                rule.problems().error(node, "'" + word + "' is in the list twice; remove one");
            }
            peers.add(field);
        }
        return peers.stream().sorted().toList();
    }

    @Override
    public void write(Condition condition, ObjectNode canonical) {
        Peer peer = (Peer) condition;
        Canonical.types(canonical, "on", peer.on());
        ArrayNode peers = canonical.putArray("peers");
        peer.peers().forEach(field -> peers.add(field.jsonName()));
        canonical.put("count", peer.count().word());
        canonical.put("window", Canonical.window(peer.window()));
        canonical.put("time", peer.time().word());
        canonical.put("floor", peer.floor());
        canonical.put("group", peer.group());
        Canonical.levels(canonical, peer.levels());
    }
}
