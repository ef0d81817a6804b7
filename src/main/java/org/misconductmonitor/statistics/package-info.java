/**
 * Counts and published tables, as of any date. Pure: no Kafka, no HTTP, no clock.
 *
 * <h2>What is counted</h2>
 *
 * <p>Facts that count, as the engine's package description has it, in the record where they rest: statistics and alerts
 * agree on what a fact is and says. So drafts, facts that were withdrawn, restricted, superseded, doubled or about the
 * wrong person, facts about witnesses and victims, and facts of unknown type are in no table.
 *
 * <p>Cases, allegations and officer-allegations are three counts and are never mixed. A case is a {@code caseId} of a
 * tenant. An allegation is a {@code sharedAllegationId} of a tenant, or else an {@code allegationId}: two officers may
 * share one. An officer-allegation is an {@code allegationId} of one officer. People are officers and staff alike. What
 * names nothing to count takes no part. Each is counted once in each cell, line and total into which it falls.
 *
 * <h2>As of</h2>
 *
 * <p>A table as of a time is what a monitor would say that had been given the facts up to that time, that time included,
 * and no others: a fact is known from its own business time, {@code recordedAt} of a RECORDED fact, {@code at} of any
 * other, as published. A withdrawal, amendment, decision or reassignment changes later tables, not earlier ones. A higher
 * revision, though, stands in for the lower one from the beginning, and what was erased is in no table of any date.
 *
 * <h2>When</h2>
 *
 * <p>What happens is counted in the period of its time: {@code recordedAt} as corrected of a RECORDED fact, {@code at} of
 * any other. What lasts is counted at the end of each period, or at {@code asOf} if that is earlier, and not added up.
 * Periods are those of the calendar in UTC.
 *
 * <ul>
 *   <li>An officer-allegation is open from its RECORDED fact until it is decided, and again from when it is reopened. One
 *       that was recorded with a finding never was.
 *   <li>A case whose life is published is open from its first CASE_OPENED or RECORDED fact, and again from CASE_OPENED or
 *       REOPENED, until CASE_CLOSED. Any other case is open while one of its officer-allegations is.
 *   <li>A suspension or restriction is in force until MEASURE_ENDED of the same kind, until {@code endsAt}, or until the
 *       officer leaves.
 *   <li>A request for an account is overdue from {@code dueAt} until the officer's RESPONSE_RECEIVED in the case, or
 *       until CASE_CLOSED.
 *   <li>A number employed stands until the next one of the same tenant, force and unit.
 * </ul>
 *
 * <h2>Small numbers</h2>
 *
 * <p>{@link org.misconductmonitor.statistics.Table#withheldBelow} withholds numbers of one up to a limit, and as many
 * others as it takes so that each small one could also be one more with everything shown unchanged. Tables are looked at
 * one by one: what follows from the difference of two tables is for those who publish both to judge. Those who see
 * statistics alone are told them by {@link org.misconductmonitor.statistics.Publication}, whose tables may be subtracted.
 */
package org.misconductmonitor.statistics;
