/**
 * Record x rules x now -> standing alerts. Pure: no Kafka, no HTTP, no clock.
 *
 * <h2>What the record says</h2>
 *
 * <ol>
 *   <li>A fact is an {@code eventId} under one subject. Of several versions the highest revision stands, of equal
 *       revisions that differ the greater in canonical JSON, by the bytes of its UTF-8.
 *   <li>A fact whose {@code eventId} is named by {@code supersedes} of another standing fact of the record, with another
 *       {@code eventId}, is out. A fact supersedes whether it is out itself or not, so that the latest of a chain of
 *       corrections stands alone, and it does so at the subject it was published under even when it has been handed over
 *       since. A fact that is out neither travels nor speaks nor counts. A handed-over fact supersedes only in the
 *       record where it comes to rest, and there after all travel: it stops no fact that moves on, and no REASSIGNED
 *       fact.
 *   <li>An officer-allegation may be REASSIGNED: of the REASSIGNED facts of that allegation published under this
 *       officer (and not out), the latest in order of (at, eventId) decides. If it names another officer, every other
 *       fact of the allegation is handed over to that officer's record, with a {@link org.misconductmonitor.event.Hop};
 *       it is out here. A fact that was itself handed over obeys only a REASSIGNED fact later than its hop, so that
 *       facts travel forward in time and come to rest. REASSIGNED facts do not travel. One that names no allegation or
 *       no officer moves nothing; the records of tenants take no part.
 *   <li>Where several facts with one {@code eventId} come to rest in one record (published under two officers), the
 *       greater version stands, as in 1.
 *   <li>Facts say something of other facts of the same allegation (or, if they name no allegation, of the same case),
 *       in order of (at, eventId), wherever those lie in time: AMENDED replaces the fields it carries, {@code caseId},
 *       {@code recordedAt}, {@code occurredAt} and {@code receivedAt} among them, but not identity and not what it says
 *       of itself: publisher, source, handling, regime, kind of assertion, handler, reason; WITHDRAWN and RESTRICTED set
 *       {@code recordState} to their own name, RESTORED to FINAL; ASSESSED sets {@code severity}, if it carries one;
 *       FINALISED sets finding, discipline and what was recommended, all of them: what it does not carry is cleared;
 *       REOPENED clears them. MATCH_DISMISSED sets {@code recordState} WRONG_PERSON of the fact it names, and says
 *       nothing of others. Which facts are of one allegation or case goes by their ids as published. A fact speaks
 *       whatever its own state is.
 *   <li>Of a RECORDED fact these override its own fields. A fact of another type has its own fields first, then those,
 *       then those of the allegation's earliest RECORDED fact in order of (at, eventId), as corrected; but
 *       {@code recordState}, where others have said something of it, goes before its own, and identity and times are
 *       always its own. A field that was cleared has no value, whatever lies behind it.
 *   <li>A fact in a state other than FINAL (absent means FINAL), or about a witness or victim, never counts; nor does
 *       one of unknown type.
 * </ol>
 *
 * Identity here is {@code eventId}, {@code eventType}, {@code revision}, {@code supersedes}, {@code tenantId},
 * {@code officerId} and {@code allegationId}, with {@code at} and the narrative.
 *
 * <h2>What a rule sees</h2>
 *
 * The facts that count, of the types in {@code on}, that match {@code where} and have a value of the counting key, in
 * order of (time in the rule's basis, eventId). Where a fact lacks the time, its own business time stands in:
 * {@code recordedAt} as corrected of a RECORDED fact, {@code at} of any other. All subjects are looked at, tenants too.
 *
 * <h2>When a threshold fires</h2>
 *
 * At each of these facts, in order, with {@code last} the last level of the episode, none at first:
 *
 * <ol>
 *   <li>The window holds the fact and those before it in order with a time after the window's start; the count is the
 *       number of distinct values of the counting key in it.
 *   <li>{@code below-lowest}, {@code on-new-case}: if the count without the fact is below the lowest level, last is
 *       forgotten. {@code after}: if the fact is at least that long after the rule's last alert for the subject, last is
 *       forgotten. {@code never}: it never is.
 *   <li>Outside {@code validFrom} and {@code validUntil} nothing more happens: last stays, and what was not fired then
 *       is fired at the first fact inside at which the count still reaches it.
 *   <li>{@code on-new-case}, if last is not none and the fact has a {@code caseId}, as corrected, that no other fact of
 *       the window has: last falls to below the highest level reached, so that this fires once more.
 *   <li>Every level above last that the count reaches fires, and is last.
 * </ol>
 *
 * The evidence is every fact of the window, in order. Its outcome is the finding of the last FINALISED fact, none after
 * a REOPENED one, of those that speak of it (or are it) with {@code at} up to the firing time; without that limit where
 * {@code where} reads finding, discipline, what was recommended or severity.
 */
package org.misconductmonitor.engine;
