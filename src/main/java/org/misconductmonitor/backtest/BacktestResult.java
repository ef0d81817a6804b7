package org.misconductmonitor.backtest;

import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What a set of rules did on a history.
 *
 * @param rulesVersion of the whole set
 * @param from time of the first event, or null
 * @param until how far time went, or null
 * @param events how many were taken
 * @param officers of whom anything is known
 * @param officerYears how long they were in sight: from the first fact to leaving, or else to the end
 * @param officersWithAlerts about whom any alert was raised
 * @param alerts how many were raised
 * @param rules one a rule and level that raised any, by rule and level
 * @param silent ids of the rules that raised nothing
 * @param allCases how all cases ended, flagged or not: without it precision says nothing
 * @param flagged how all flagged cases ended, each once whatever number of rules flagged it
 * @param officersByAlerts number of officers by the number of their alerts, without those that have none
 * @param officersByRules number of officers by the number of rules that raised an alert about them
 * @param daysToOutcome number of alerts by what lay between them and the end of the latest flagged case
 */
public record BacktestResult(
        String rulesVersion,
        Instant from,
        Instant until,
        int events,
        int officers,
        double officerYears,
        int officersWithAlerts,
        int alerts,
        List<RuleFigures> rules,
        List<String> silent,
        Tally allCases,
        Tally flagged,
        Map<Integer, Integer> officersByAlerts,
        Map<Integer, Integer> officersByRules,
        Map<Lead, Integer> daysToOutcome) {}
