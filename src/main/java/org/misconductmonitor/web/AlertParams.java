package org.misconductmonitor.web;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.Handling;
import org.misconductmonitor.alert.LifeState;
import org.misconductmonitor.query.AlertFilter;
import org.misconductmonitor.query.ReviewFilter;

/** What alerts can be chosen by. */
final class AlertParams {
    private static final Param<Boolean> STANDING =
            Params.flag("standing", "true: only alerts that stand; false: only those that do not any more.");
    private static final Param<Set<String>> RULE = Params.words("rule", "Id of the rule.");
    private static final Param<Set<String>> LEVEL =
            Params.capitals("level", "Name of the level, such as RED, in any case.");
    private static final Param<Set<String>> OFFICER =
            Params.words("officer", "The officer, or other subject, it is about.");
    private static final Param<Set<String>> TENANT = Params.words("tenant", "The body whose data it is.");
    private static final Param<Set<String>> FORCE = Params.words("force", "A force in the evidence.");
    private static final Param<Set<Alert.Transition>> TRANSITION =
            Params.oneOf("transition", "What the latest revision says.", Alert.Transition.class);
    private static final Param<Set<Handling>> HANDLING =
            Params.oneOf("handling", "The strictest handling of the evidence.", Handling.class);
    private static final Param<Boolean> SHADOW =
            Params.flag("shadow", "true: only of shadow rules, which are never notified; false: only of live rules.");
    private static final Param<Instant> FIRED_FROM = Params.time("firedFrom", "Fired at this time or later.");
    private static final Param<Instant> FIRED_UNTIL = Params.time("firedUntil", "Fired before this time.");
    private static final Param<Set<LifeState>> STATE = Params.oneOf("state", "Where its review is.", LifeState.class);
    private static final Param<Set<String>> OWNER = Params.words("owner", "The reviewer who has it.");
    private static final Param<Boolean> OPEN =
            Params.flag("open", "true: only alerts on which somebody still has to decide; false: only others.");
    private static final Param<Boolean> OVERDUE =
            Params.flag("overdue", "true: only alerts that nobody has acknowledged in time; false: only others.");
    private static final Param<String> TEXT =
            Params.text("text", "Part of the id of the officer, the rule or the tenant, in any case.");

    private AlertParams() {}

    static List<Param<?>> all() {
        return List.of(
                STANDING,
                RULE,
                LEVEL,
                OFFICER,
                TENANT,
                FORCE,
                TRANSITION,
                HANDLING,
                SHADOW,
                FIRED_FROM,
                FIRED_UNTIL,
                STATE,
                OWNER,
                OPEN,
                OVERDUE,
                TEXT);
    }

    /** What is asked for; whom it names is taken down. */
    static AlertFilter filter(Request request) {
        request.trail().looksFor(request.get(OFFICER));
        if (request.get(TEXT) != null) {
            request.trail().looksFor(Set.of(request.get(TEXT)));
        }
        return new AlertFilter(
                request.get(STANDING),
                request.get(RULE),
                request.get(LEVEL),
                request.get(OFFICER),
                request.get(TENANT),
                request.get(FORCE),
                request.get(TRANSITION),
                request.get(HANDLING),
                request.get(SHADOW),
                request.get(FIRED_FROM),
                request.get(FIRED_UNTIL),
                new ReviewFilter(request.get(STATE), request.get(OWNER), request.get(OPEN), request.get(OVERDUE)),
                request.get(TEXT),
                request.caller());
    }
}
