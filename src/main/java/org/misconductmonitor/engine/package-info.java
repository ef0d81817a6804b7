/**
 * Record x rules x now -> standing alerts. Pure: no Kafka, no HTTP, no clock.
 *
 * <h2>What the record says</h2>
 *
 * <ol>
 *   <li>A fact is an {@code eventId} under one subject. Of several versions the highest revision stands, of equal
 *       revisions that differ the greater in canonical form.
 *   <li>A fact whose {@code eventId} is named by {@code supersedes} of another standing fact of the record is out.
 *   <li>An officer-allegation may be REASSIGNED: of the REASSIGNED facts of that allegation published under this
 *       officer (and not out), the latest in order of (at, eventId) decides. If it names another officer, every other
 *       fact of the allegation is handed over to that officer's record, with a {@link org.misconductmonitor.event.Hop};
 *       it is out here. A fact that was itself handed over obeys only a REASSIGNED fact later than its hop, so that
 *       facts travel forward in time and come to rest. REASSIGNED facts do not travel.
 *   <li>Facts say something of other facts of the same allegation (or, if they name no allegation, of the same case),
 *       in order of (at, eventId), wherever those lie in time: AMENDED replaces the fields it carries (all but its own
 *       identity, type, time, revision, supersedes and narrative; {@code recordedAt}, {@code occurredAt} and
 *       {@code receivedAt} may be amended); WITHDRAWN, RESTRICTED and RESTORED set {@code recordState}; ASSESSED sets
 *       {@code severity}; FINALISED sets finding, discipline and what was recommended; REOPENED clears them.
 *       MATCH_DISMISSED sets {@code recordState} WRONG_PERSON of the fact it names. Of a RECORDED fact these override
 *       its own fields. A fact of another type has its own fields first, then those, then those of the allegation's
 *       earliest RECORDED fact.
 *   <li>A fact in a state other than FINAL (absent means FINAL), or about a witness or victim, never counts.
 * </ol>
 *
 * <h2>What a rule sees</h2>
 *
 * The facts that count, of the types in {@code on}, that match {@code where}, in order of (time in the rule's basis,
 * eventId). Where a fact lacks the time, its own business time stands in.
 */
package org.misconductmonitor.engine;
