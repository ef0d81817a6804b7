package org.misconductmonitor.web;

import java.util.List;
import java.util.function.Function;
import org.misconductmonitor.engine.RecordView;
import org.misconductmonitor.event.StoredFact;
import org.misconductmonitor.event.Subject;
import org.misconductmonitor.query.OfficerStates;
import org.misconductmonitor.query.Whereabouts;

/** Answers what needs the facts of an officer, at whichever instance they are. */
final class OfficerHolder {
    static final Param<String> OFFICER = Params.id("officerId", "The officer.");

    private final OfficerStates states;
    private final Forwarding forwarding;

    OfficerHolder(OfficerStates states, Forwarding forwarding) {
        this.states = states;
        this.forwarding = forwarding;
    }

    /** Answers with the facts that the caller may read of the officer in the path; 404 if nothing is known. */
    Reply answer(Request request, Function<RecordView, Reply> answer) {
        return answerWithheld(request, sight -> answer.apply(sight.view()));
    }

    /** The same with what is said of those that the caller may not read. */
    Reply answerWithheld(Request request, Function<RecordSight, Reply> answer) {
        Subject subject = Subject.ofOfficer(request.get(OFFICER));
        return answer(request, subject, facts -> {
            RecordSight seen = RecordSight.of(request.caller(), RecordView.of(subject, facts));
            if (seen.isEmpty()) {
                throw ProblemException.of(ProblemType.NOT_FOUND, "nothing is known of this officer");
            }
            request.trail().shows(seen.view());
            return answer.apply(seen);
        });
    }

    /** @param answer made of all facts, whoever asks, which are none for an unknown officer; used if they are here */
    Reply answer(Request request, Subject subject, Function<List<StoredFact>, Reply> answer) {
        Whereabouts whereabouts = states.whereabouts(subject);
        return whereabouts instanceof Whereabouts.There there
                ? forwarding.get(request, there)
                : answer.apply(states.facts(subject, (Whereabouts.Here) whereabouts));
    }
}
