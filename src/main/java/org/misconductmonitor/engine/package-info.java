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
 *       facts travel forward in time and come to rest. No reassignment moves a REASSIGNED fact. One that names no
 *       allegation or no officer moves nothing; the records of tenants take no part.
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
 *   <li>Where no group is given, the group is that of the category in its {@code categoryScheme}, if both are known.
 *   <li>A fact in a state other than FINAL (absent means FINAL), or about a witness or victim, never counts; nor does
 *       one of unknown type.
 * </ol>
 *
 * <h2>What is erased</h2>
 *
 * An ERASED fact goes before all this. Of those published under a key the one with the latest {@code at} holds, for ever:
 * nothing revises, supersedes or moves it, and it neither speaks nor counts. Every other fact of that record with a
 * business time up to then, as published, is as if it had never been known there, whether it was published there or
 * came from elsewhere, and whenever it arrives: it is not kept, does not speak, does not count, and takes back what it
 * handed over. What is recorded later counts. Only a fact whose versions lie on both sides of an erasure depends on
 * the order of arrival: the version that was replaced is not remembered.
 *
 * <p>An alert that rested on a fact which is erased is WITHDRAWN, whatever it was before, and says no more than that; of
 * it only the identity stays, so that no other alert ever gets it.
 *
 * <p>Identity here is {@code eventId}, {@code eventType}, {@code revision}, {@code supersedes}, {@code tenantId},
 * {@code officerId} and {@code allegationId}, with {@code at} and the narrative.
 *
 * <h2>Who is who</h2>
 *
 * A key may be an alias: a shoulder number, another force's id, an officer in a video whom nobody knows yet. It has a
 * record like any other, until ALIAS_LINKED says whom it names. The result is as if the facts of the alias had been
 * published under the officer from the start, {@code officerId} included.
 *
 * <ol>
 *   <li>A link or a split is of an alias (its {@code alias}, or else the key it was published under) and an officer
 *       ({@code toOfficerId}, or else that key), and holds from {@code startsAt} until before {@code endsAt}; a missing
 *       one is no bound. One that is out, that is in a state other than FINAL by its own {@code recordState}, or whose
 *       alias is the officer, says nothing. It is a fact of the record it was published in and stays there; a copy of it
 *       goes to the record of the alias, where it does not count. There what it supersedes is out even if that was
 *       published under another officer: the officer may have been the mistake.
 *   <li>A fact goes by the time at which what it tells of happened: {@code occurredAt}, or else its own business time. A
 *       number names who wore it that night, not who wears it when the night is told. The facts of one allegation stay
 *       together: all go by the {@code occurredAt} of the latest AMENDED fact of it in order of (at, eventId) that has
 *       one, or else by the earliest such time of its RECORDED facts, of those published under the same key and not out.
 *       That time travels with the fact.
 *   <li>At that time an alias names the officer of the latest link, in order of (at, eventId, version), of those that hold
 *       then and that no later split of the same alias and officer takes back that holds then.
 *   <li>Every fact, REASSIGNED ones too, follows its key's link, and from there the next: aliases may have aliases. Of
 *       links that lead in a circle the earliest, in order of (at, eventId, alias), does not hold: so all of them mean the
 *       one whom the later links name. After 64 links in a row a
 *       fact stays where it is.
 *   <li>On the way a fact is out if one published under a key it comes to supersedes it. Where no link takes it further
 *       it is as if published there: it supersedes, it reassigns, and of several versions the greater is the fact.
 *   <li>Then it may be reassigned. A reassignment to an alias is one to the officer whom the alias names at the fact's
 *       time. Links depend on what was published alone, and not on what has travelled: what moves cannot call back what
 *       moved it, so that everything comes to rest in whatever order it arrives.
 * </ol>
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
 * With {@code per} all this happens for each value of that field by itself, and the value is part of the alert's
 * identity.
 *
 * <p>A <b>score</b> is a threshold whose count is a sum. A fact weighs what the rule gives the value of its field, by the
 * field as corrected; one that weighs nothing is not looked at. Each distinct value of the counting key contributes the
 * weight of the heaviest of its facts in the window. With a half-life each weight is multiplied by
 * {@code 2^(-days/halfLife)}, rounded down to a millionth, {@code days} being the whole days of 24 hours from the fact to
 * the one at which the window ends; the heaviest is the one that is then. The count is the sum, rounded down. The score
 * without the fact is that of the same window and time. Nothing fires or ends because weight is lost alone: only facts
 * fire.
 *
 * <p>The evidence is every fact of the window, in order. Its outcome is the finding of the last FINALISED fact, none
 * after a REOPENED one, of those that speak of it (or are it) with {@code at} up to the firing time; without that limit
 * where a filter of the rule reads finding, discipline, what was recommended or severity, and for rules on severity.
 *
 * <h2>Time</h2>
 *
 * Besides facts there is {@code now}, which only goes forward. What falls due at a time happens after every fact of that
 * very time, and is told when {@code now} reaches it or a later fact comes that the rule looks at; it carries the time at
 * which it fell due, whenever it is told. What has ended by itself stands no longer, but was not wrong: it is RESOLVED,
 * with the time of its end.
 *
 * <h2>What facts have in common</h2>
 *
 * By {@code case}: the same caseId, as corrected. By {@code allegation}: the same allegationId; a fact that names none is
 * about every allegation of its case. By {@code officer}: nothing more. A fact that does not name what is asked for takes
 * no part. A fact is first an end or an answer to what came before it, then a beginning.
 *
 * <h2>Situations</h2>
 *
 * A situation holds from each {@code from} fact until the next {@code until} fact about it, or until the time in the
 * field {@code endsAt} of the from fact, or else for {@code lasts}; that time itself is outside. A fact is judged by what
 * holds just before it in order: one of {@code while}, if any is given, and none of {@code unless}.
 *
 * <h2>When the other kinds fire</h2>
 *
 * <ul>
 *   <li><b>absence</b>: each fact of the rule, judged by its situations, must be followed by a {@code then} fact about
 *       it. A level falls due {@code after} the fact, or after the date in its field {@code due}, but not before the
 *       fact; the last level falls due again each {@code every}. Unless there was an answer by then, at that very time
 *       included, it fires, if the rule is in force then. A level that falls due in a {@code hold} is looked at again at
 *       the end of each hold. An answer later than that ends what has fired. The count says for the how many-th time.
 *       The evidence is what held before the fact, and the fact.
 *   <li><b>state</b>: each fact of the rule, judged by its situations and with the rule in force, fires every level up to
 *       the number of facts that started what holds. The evidence is these and the fact.
 *   <li><b>concurrent</b>: the count is that of the distinct values among the open facts. A level fires at the fact that
 *       brings the count up to it, if the rule is in force then, and ends at the one that brings it below. The evidence
 *       is every open fact.
 *   <li><b>sequence</b>: each {@code then} fact fires, with the rule in force, every level up to the number of facts of
 *       the rule that it is about, that lie before it and {@code within} the window, with no {@code without} fact about
 *       them between. The evidence is these and the fact.
 *   <li><b>trend</b>: of each case the latest fact (severity) or the first (frequency) stands for it. The row is the
 *       last case and those before it in the window as long as each is less severe than the next, or the times between
 *       them grow backwards, and no longer than the highest level asks for. A level fires when the row reaches it and the
 *       row at the fact before did not, if the rule is in force then.
 * </ul>
 *
 * <h2>Rules on a whole tenant</h2>
 *
 * They look at the facts that count of all records together whose {@code tenantId} is one, in order of (time in the
 * rule's basis, eventId, record). There a fact is about the officer in whose record it has come to rest. Whatever changes
 * how a fact is seen in its record, a correction, a withdrawal, a reassignment, an outcome, changes it here. The evidence
 * shows the latest outcome. A rule fires, and is in force, as every other; a run of it being met is over when, at a fact
 * or comparison, it is not met to the lowest level without that fact, or without the facts of that day. Nothing is
 * rounded before it is compared.
 *
 * <ul>
 *   <li><b>cluster</b>: each value of the field {@code by} is a subject, and the facts that have it are looked at as those
 *       of an officer are by a threshold, {@code per} and {@code rearm} included. With {@code pairs} each two officers
 *       are: at each fact of one of them about a case of which the other has a fact in the window, the count is that of
 *       the cases of which both have one. The evidence is the facts of both about these cases.
 *   <li><b>surge</b>: at each fact the baseline lies directly before the window. A level is reached when the count in
 *       the window, as a rate, is at least so many times that of the baseline, and the counts are at least {@code floor}
 *       in the window and {@code least} in the baseline. The threshold told is the least count that would have done. The
 *       evidence is the window.
 *   <li><b>peer</b>: on each day (UTC) with a fact of the rule about an officer, at the midnight that ends it, the
 *       officer's count is compared with those of all who share what {@code peers} names, if these are at least
 *       {@code group}. The window holds whole days, its start included and the midnight not. Officers are there from
 *       their first fact, of the types counted or of service (JOINED, POSTED, TRANSFERRED, PROMOTED, RANK_CHANGED, LEFT),
 *       until LEFT, and again from the next of the others. RECORDED facts and those of service say what an officer is,
 *       in every field they carry, until another does. One of whom a field is not known has no peers. A level is reached
 *       when the count is above the percentile of the peers' counts, nothings among them, by nearest rank, and at least
 *       {@code floor}. The evidence is the officer's facts in the window.
 *   <li><b>decision-maker</b>: each {@code handlerId} is a subject. With {@code adverse}, as peer: the share of such
 *       decisions, against the shares of all handlers with at least {@code least} decisions, of which there must be
 *       {@code group}; the evidence is every decision in the window. With {@code reopened}, at each REOPENED fact about a
 *       case that the handler decided in the window that ends there: the count is that of the cases decided in it that
 *       were reopened after the decision and by now; the evidence is these decisions and reopenings.
 *   <li><b>feed</b>: each value of {@code by} is a publisher. Its habit at a fact is the percentile, by nearest rank, of
 *       the lengths between its times up to the fact in the window {@code habit}, if these are at least {@code least};
 *       facts of one time are one. A level falls due so many habits after the fact, but no sooner than {@code atLeast},
 *       unless another fact of the publisher has come by then, at that very time included. Its next fact ends it. The
 *       count is that of the times, the evidence the last fact.
 * </ul>
 *
 * What is compared at a midnight is told when {@code now} reaches it or a fact at or after it comes that the rule looks
 * at.
 */
package org.misconductmonitor.engine;
