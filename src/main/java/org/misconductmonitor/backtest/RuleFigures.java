package org.misconductmonitor.backtest;

import java.util.Map;

/**
 * What one level of one rule did.
 *
 * @param shadow whether its alerts are recorded but never notified
 * @param levelIndex position of the level in its rule, from 0
 * @param alerts how many were raised
 * @param withdrawn how many of them later facts took back
 * @param resolved how many of them ended by themselves
 * @param officers about how many officers they were; none if they are about units or tenants
 * @param perHundredOfficerYears alerts for every hundred officers in sight for a year; null if nobody was
 * @param byYear alerts by the calendar year (UTC) in which they were raised
 * @param flagged how the cases in the evidence ended, each officer's case once
 * @param flaggedOpen the same of those that were still open when an alert first named them: what the rule foretold
 * @param toOutcome from the alert to the end of the latest case in its evidence
 * @param toLeaving from the alert to the officer's next leaving, or else the last one before
 */
public record RuleFigures(
        String ruleId,
        String title,
        boolean shadow,
        String level,
        int levelIndex,
        int alerts,
        int withdrawn,
        int resolved,
        int officers,
        Double perHundredOfficerYears,
        Map<Integer, Integer> byYear,
        Tally flagged,
        Tally flaggedOpen,
        Days toOutcome,
        Days toLeaving) {}
