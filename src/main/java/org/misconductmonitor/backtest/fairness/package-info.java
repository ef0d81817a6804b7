/**
 * Whether rules fall on groups of officers alike. Characteristics come from a file of their own and are met with alerts
 * here only: they enter no event, no rule and no topic.
 */
package org.misconductmonitor.backtest.fairness;
