package org.misconductmonitor.web;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.LifeState;
import org.misconductmonitor.alert.ReviewAction;

/**
 * What a reviewer does, as it is sent: with one alert, or the same with several.
 *
 * @param targets alerts, each once
 */
record ActionBody(ReviewAction.Kind kind, ReviewAction.Words words, List<Target> targets) {
    /** How many alerts one request may be about. */
    static final int MOST_TARGETS = 200;

    static final Map<ReviewAction.Part, String> NAMES = Map.of(
            ReviewAction.Part.ASSIGNEE, "owner",
            ReviewAction.Part.COMMENT, "comment",
            ReviewAction.Part.STATEMENT, "statement",
            ReviewAction.Part.SNOOZE_UNTIL, "until",
            ReviewAction.Part.OUTCOME, "outcome",
            ReviewAction.Part.REASON, "reason");
    static final List<LifeState> OUTCOMES =
            Arrays.stream(LifeState.values()).filter(LifeState::isClosed).toList();

    private static final List<String> WORDS =
            List.of("action", "outcome", "reason", "comment", "statement", "owner", "until");

    /**
     * An alert to act on.
     *
     * @param revision that was seen; null if the action is taken on whatever revision
     */
    record Target(String alertId, String actionId, Integer revision) {}

    /** @throws ProblemException with every field that is missing or wrong */
    static ActionBody one(String alertId, byte[] body, Instant now) {
        List<ProblemException.Error> errors = new ArrayList<>();
        JsonFields fields = JsonFields.read(body, errors);
        fields.allow(
                Stream.concat(Stream.of("actionId", "revision"), WORDS.stream()).toList());
        ReviewAction.Kind kind = kind(fields);
        Target target = target(alertId, fields, kind);
        return checked(fields, kind, List.of(target), errors, now);
    }

    /** @throws ProblemException with every field that is missing or wrong */
    static ActionBody several(byte[] body, Instant now) {
        List<ProblemException.Error> errors = new ArrayList<>();
        JsonFields fields = JsonFields.read(body, errors);
        fields.allow(Stream.concat(Stream.of("items"), WORDS.stream()).toList());
        ReviewAction.Kind kind = kind(fields);
        List<Target> targets = new ArrayList<>();
        Set<String> alerts = new HashSet<>();
        for (JsonFields item : fields.items("items", MOST_TARGETS)) {
            item.allow(List.of("alertId", "actionId", "revision"));
            item.require("alertId");
            Target target = target(item.id("alertId"), item, kind);
            if (target.alertId() != null && !alerts.add(target.alertId())) {
                item.wrong("alertId", "was given before: each alert once");
            }
            targets.add(target);
        }
        return checked(fields, kind, targets, errors, now);
    }

    /** @param alert as it was published last */
    ReviewAction on(Alert alert, Target target, String actor, Instant at) {
        int seen = target.revision() == null ? alert.revision() : target.revision();
        return ReviewAction.on(alert, target.actionId(), seen, kind, words, actor, at);
    }

    private static ReviewAction.Kind kind(JsonFields fields) {
        fields.require("action");
        return fields.word("action", List.of(ReviewAction.Kind.values()));
    }

    private static Target target(String alertId, JsonFields fields, ReviewAction.Kind kind) {
        fields.require("actionId");
        if (kind != null && kind.decides()) {
            fields.require("revision");
        }
        return new Target(alertId, fields.id("actionId"), fields.positive("revision"));
    }

    private static ActionBody checked(
            JsonFields fields,
            ReviewAction.Kind kind,
            List<Target> targets,
            List<ProblemException.Error> errors,
            Instant now) {
        ReviewAction.Words words = new ReviewAction.Words(
                fields.word("outcome", OUTCOMES),
                fields.text("reason", ReviewAction.LONGEST_TEXT),
                fields.text("comment", ReviewAction.LONGEST_TEXT),
                fields.text("statement", ReviewAction.LONGEST_TEXT),
                fields.id("owner"),
                fields.time("until"));
        if (kind != null && errors.isEmpty()) {
            kind.needs().stream()
                    .filter(part -> !words.has(part, now))
                    .forEach(part -> fields.wrong(NAMES.get(part), "is missing: " + kind + " needs " + part.words()));
        }
        if (!errors.isEmpty()) {
            throw ProblemException.action(errors);
        }
        return new ActionBody(kind, words, targets);
    }
}
