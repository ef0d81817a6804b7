package org.misconductmonitor.alert;

import java.time.Instant;

/**
 * One fact that made an alert.
 *
 * @param allegationId the officer-allegation, or null
 * @param caseId the case, or null
 * @param eventId the fact
 * @param at its business time in the time basis of the rule
 * @param category category code, or null
 * @param group family of the category, or null
 * @param force the force it comes from, or null
 * @param outcome finding known at the firing time; the latest finding where the rule itself asks for one; or null
 * @param tenantId the body whose data it is, or null if it is that of the alert
 */
public record Evidence(
        String allegationId,
        String caseId,
        String eventId,
        Instant at,
        String category,
        String group,
        String force,
        String outcome,
        String tenantId) {}
