package org.misconductmonitor.reference;

import java.time.Instant;

/**
 * One fact that made an alert.
 *
 * @param eventId the fact
 * @param allegationId its officer-allegation, or null
 * @param caseId its case as corrected, or null
 * @param at its time in the basis of the rule
 * @param outcome the finding that an alert shows for it, or null
 */
public record ReferenceEvidence(String eventId, String allegationId, String caseId, Instant at, String outcome) {}
