package org.misconductmonitor.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.rule.Peer;

/** Which officers of a tenant serve, and who is whose peer. */
final class PeerGroups {
    /** What is known of one officer. */
    static final class Officer {
        final String id;
        final DayWindow counted = new DayWindow();
        final Episode episode = new Episode();
        private final String[] values;
        private boolean serves = true;
        private List<String> group;

        private Officer(String id, int fields) {
            this.id = id;
            this.values = new String[fields];
        }
    }

    private final Peer peer;
    private final Map<String, Officer> officers = new HashMap<>();
    private final Map<List<String>, Set<Officer>> groups = new HashMap<>();

    PeerGroups(Peer peer) {
        this.peer = peer;
    }

    /** Learns from a fact, and says whose it is. */
    Officer learn(Observation fact) {
        Officer officer = officers.computeIfAbsent(
                fact.text(Field.OFFICER_ID), id -> new Officer(id, peer.peers().size()));
        boolean ofService = Peer.SERVICE.contains(fact.type());
        if (ofService) {
            officer.serves = fact.type() != EventType.LEFT;
        }
        if (ofService || fact.type() == EventType.RECORDED) {
            for (int i = 0; i < officer.values.length; i++) {
                String value = fact.text(peer.peers().get(i));
                officer.values[i] = value == null ? officer.values[i] : value;
            }
        }
        place(officer);
        return officer;
    }

    private void place(Officer officer) {
        List<String> group = officer.serves ? group(officer) : null;
        if (group != null && group.equals(officer.group)) {
            return;
        }
        if (officer.group != null) {
            groups.get(officer.group).remove(officer);
        }
        if (group != null) {
            groups.computeIfAbsent(group, g -> new LinkedHashSet<>()).add(officer);
        }
        officer.group = group;
    }

    private static List<String> group(Officer officer) {
        for (String value : officer.values) {
            if (value == null) {
                return null;
            }
        }
        return List.of(officer.values);
    }

    /** All of whom anything is known. */
    Collection<Officer> officers() {
        return officers.values();
    }

    /** The officer's peers, the officer included; none if the officer has left or a value is not known. */
    Set<Officer> peers(Officer officer) {
        return officer.group == null ? Set.of() : groups.get(officer.group);
    }

    /** What they have in common, such as "force f1, rank PC". */
    String inWords(Officer officer) {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < officer.group.size(); i++) {
            words.add(peer.peers().get(i).jsonName() + ' ' + officer.group.get(i));
        }
        return String.join(", ", words);
    }
}
