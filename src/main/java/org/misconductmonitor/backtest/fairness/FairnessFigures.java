package org.misconductmonitor.backtest.fairness;

import java.util.List;

/**
 * How a level of a rule fell on the groups of one characteristic.
 *
 * @param officers in all groups
 * @param selected about how many of them an alert was raised; null: left out because numbers are small
 * @param groups in order of size, the largest first
 */
public record FairnessFigures(
        String ruleId,
        String title,
        String level,
        int levelIndex,
        String characteristic,
        int officers,
        Integer selected,
        List<GroupFigures> groups) {}
