package org.misconductmonitor.alert;

import java.util.ArrayList;
import java.util.List;

/**
 * What reviewers have already decided on, to tell who acts on something old.
 *
 * @param revision the latest revision that changed what a reviewer decides on, by facts or by another reviewer: an action
 *     on an earlier one is a conflict
 * @param seen the revision that the last action of the kind saw, 0 if there was none; in the numbers of that time
 * @param actionIds actions judged so far, refused ones included: sending one again changes nothing
 */
public record Judged(int revision, int seen, List<String> actionIds) {
    static final Judged NOTHING = new Judged(0, 0, List.of());

    public Judged {
        actionIds = List.copyOf(actionIds);
    }

    /** By facts. */
    Judged at(int newRevision) {
        return new Judged(newRevision, seen, actionIds);
    }

    Judged by(int newRevision, ReviewAction action) {
        return new Judged(newRevision, action.alertRevision(), actionIds);
    }

    Judged with(String actionId) {
        List<String> more = new ArrayList<>(actionIds);
        more.add(actionId);
        return new Judged(revision, seen, more);
    }
}
