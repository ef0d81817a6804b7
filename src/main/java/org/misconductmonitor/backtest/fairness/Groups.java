package org.misconductmonitor.backtest.fairness;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * The groups of one characteristic. Those with fewer than five officers are put together, with the next smallest if they
 * are still too few: their very size says too much.
 */
final class Groups {
    static final String OTHERS = "other groups";

    /** One group and who is in it. */
    record Group(String name, Set<String> officers) {}

    private Groups() {}

    /** @return the groups, the largest first, and by name where they are of one size */
    static List<Group> of(Map<String, String> groupOfOfficer) {
        Map<String, Set<String>> members = new HashMap<>();
        groupOfOfficer.forEach((officer, group) ->
                members.computeIfAbsent(group, g -> new TreeSet<>()).add(officer));
        List<Group> groups = new ArrayList<>();
        members.forEach((name, officers) -> groups.add(new Group(name, officers)));
        groups.sort(
                Comparator.<Group>comparingInt(group -> -group.officers.size()).thenComparing(Group::name));
        Set<String> few = new TreeSet<>();
        int together = 0;
        while (!groups.isEmpty()
                && (groups.get(groups.size() - 1).officers.size() < SmallNumbers.LEAST
                        || together > 0 && few.size() < SmallNumbers.LEAST)) {
            few.addAll(groups.remove(groups.size() - 1).officers);
            together++;
        }
        if (together > 0) {
            groups.add(new Group(OTHERS, few));
        }
        return groups;
    }
}
