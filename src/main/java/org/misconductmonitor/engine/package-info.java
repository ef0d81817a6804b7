/**
 * Record x rules x now -> standing alerts. Pure: no Kafka, no HTTP, no clock.
 *
 * <h2>What the record says</h2>
 *
 * <ol>
 *   <li>A fact is an {@code eventId} under one subject. Of several versions the highest revision stands, of equal
 *       revisions that differ the greater in canonical form.
 *   <li>A fact whose {@code eventId} is named by {@code supersedes} of another fact of the record is out, even if that
 *       other one is itself out.
 *   <li>An officer-allegation may be REASSIGNED: of the REASSIGNED facts of that allegation published under this
 *       officer and not superseded, the latest in order of (at, eventId) decides. If it names another officer, every
 *       other fact of the allegation is handed over to that officer's record, with a
 *       {@link org.misconductmonitor.event.Hop}; it is out here. A fact that was itself handed over obeys only a
 *       REASSIGNED fact later than its hop, so that facts travel forward in time and come to rest. REASSIGNED facts do
 *       not travel.
 *   <li>Facts say something of other facts of the same allegation (or, if they name no allegation, of the same case),
 *       in order of (at, eventId), wherever those lie in time: see {@link org.misconductmonitor.engine.Statements}. Of
 *       a RECORDED fact these override its own fields. A fact of another type has its own fields first, then those,
 *       then those of the allegation's earliest RECORDED fact that is not out; but its recordState goes by what was
 *       said first, and its identity and times are always its own.
 *   <li>A fact in a state other than FINAL (absent means FINAL), or about a witness or victim, never counts.
 * </ol>
 *
 * <h2>What a rule sees</h2>
 *
 * The facts that count, of the types in {@code on}, that match {@code where}, in order of (time in the rule's basis,
 * eventId). Where a fact lacks the time, its own business time stands in.
 */
package org.misconductmonitor.engine;
