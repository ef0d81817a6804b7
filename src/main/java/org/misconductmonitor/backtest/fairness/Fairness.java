package org.misconductmonitor.backtest.fairness;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.backtest.History;
import org.misconductmonitor.backtest.Raising;
import org.misconductmonitor.event.Subject;

/** Works out how alerts fell on groups. Officers without characteristics take no part. */
public final class Fairness {
    private record RuleLevel(String ruleId, int levelIndex) {}

    private static final Comparator<RuleLevel> ORDER =
            Comparator.comparing(RuleLevel::ruleId).thenComparing(RuleLevel::levelIndex);

    private Fairness() {}

    /**
     * The figures of every rule and level that raised anything about an officer.
     *
     * @param characteristics of every officer who could have been selected, not only of those in the history
     * @param references names of groups to compare with, by characteristic; the largest group elsewhere
     */
    public static List<FairnessFigures> of(
            History history, Characteristics characteristics, Map<String, String> references) {
        Map<RuleLevel, List<Alert>> alerts = history.raisings().stream()
                .map(Raising::first)
                .filter(alert -> alert.subject().kind() == Subject.Kind.OFFICER)
                .collect(Collectors.groupingBy(
                        alert -> new RuleLevel(alert.rule().id(), alert.levelIndex()),
                        () -> new TreeMap<>(ORDER),
                        Collectors.toList()));
        List<FairnessFigures> figures = new ArrayList<>();
        characteristics.groups().forEach((characteristic, groupOfOfficer) -> {
            List<Groups.Group> groups = Groups.of(groupOfOfficer);
            int reference = reference(groups, references.get(characteristic));
            alerts.values().forEach(raised -> figures.add(figures(characteristic, groups, reference, raised)));
        });
        return figures;
    }

    private static int reference(List<Groups.Group> groups, String name) {
        for (int i = 0; i < groups.size(); i++) {
            if (groups.get(i).name().equals(name)) {
                return i;
            }
        }
        if (name != null) {
            throw new FairnessException("there is no group '" + name + "' of at least " + SmallNumbers.LEAST
                    + " officers to compare with; there are: "
                    + groups.stream().map(Groups.Group::name).collect(Collectors.joining(", ")));
        }
        return 0;
    }

    private static FairnessFigures figures(
            String characteristic, List<Groups.Group> groups, int reference, List<Alert> raised) {
        Set<String> selected =
                raised.stream().map(alert -> alert.subject().id()).collect(Collectors.toSet());
        List<SmallNumbers.Cell> cells =
                groups.stream().map(group -> cell(group, selected)).toList();
        BitSet hidden = SmallNumbers.hidden(cells);
        List<GroupFigures> rows = new ArrayList<>();
        for (int i = 0; i < cells.size(); i++) {
            boolean compared = i != reference && !hidden.get(i) && !hidden.get(reference);
            rows.add(row(
                    groups.get(i).name(),
                    cells.get(i),
                    hidden.get(i),
                    compared ? cells.get(reference) : null,
                    i == reference));
        }
        SmallNumbers.Cell all = cells.stream().reduce(new SmallNumbers.Cell(0, 0), SmallNumbers.Cell::plus);
        Alert example = raised.get(0);
        return new FairnessFigures(
                example.rule().id(),
                example.rule().title(),
                example.level(),
                example.levelIndex(),
                characteristic,
                all.size(),
                hidden.isEmpty() ? Integer.valueOf(all.selected()) : null,
                rows);
    }

    private static SmallNumbers.Cell cell(Groups.Group group, Set<String> selected) {
        return new SmallNumbers.Cell(
                (int) group.officers().stream().filter(selected::contains).count(),
                group.officers().size());
    }

    private static GroupFigures row(
            String group, SmallNumbers.Cell cell, boolean hidden, SmallNumbers.Cell reference, boolean isReference) {
        return new GroupFigures(
                group,
                cell.size(),
                hidden ? null : Integer.valueOf(cell.selected()),
                hidden ? null : Double.valueOf((double) cell.selected() / cell.size()),
                reference == null
                        ? null
                        : RateRatio.of(cell.selected(), cell.size(), reference.selected(), reference.size()),
                isReference);
    }
}
