package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.query.RuleTrial;
import org.misconductmonitor.query.RuleTrials;
import org.misconductmonitor.query.RulesInForce;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFileException;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleText;

/** What rules would have done on all that was published. They are not put in force. */
final class BacktestResource implements Resource {
    private static final String TAG = "rules";
    private static final String PATH = "/api/v1/rules/backtests/";

    private final RulesInForce rules;
    private final RuleTrials trials;
    private final Param<String> trialId = Params.id("backtestId", "Identity of the back-test.");
    private final Param<Instant> from = Params.time("from", "Count only alerts raised then or later.");
    private final Param<Instant> to = Params.time("to", "Count only alerts raised before.");
    private final Param<Instant> asOf = Params.time("asOf", "Leave out what became known later.");

    BacktestResource(RulesInForce rules, RuleTrials trials) {
        this.rules = rules;
        this.trials = trials;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.post("/api/v1/rules/backtest", "backtestRules")
                        .needs(Permission.TRY_RULES)
                        .about(
                                TAG,
                                "Try rules on the history",
                                "Against the rules of the same ids that are in force, on all events that lie in the input"
                                        + " topics, each taken when it became known. It goes on in the background, one at a"
                                        + " time on this instance; Location says where to look. Every alert of the period"
                                        + " is judged by what is known at the end of the history.")
                        .takes(from, to, asOf)
                        .takesBody(RuleBody.TEXT, RuleBody.types())
                        .mayFail(ProblemType.UNAVAILABLE)
                        .goesOn()
                        .json(Schemas.ref("Backtest"), this::start),
                Operation.get(PATH + "{backtestId}", "getBacktest")
                        .needs(Permission.TRY_RULES)
                        .about(
                                TAG,
                                "Look at a back-test",
                                "While it goes on and until an hour after it began; only the instance that runs it knows"
                                        + " it.")
                        .takes(trialId)
                        .mayFail(ProblemType.NOT_FOUND)
                        .json(Schemas.ref("Backtest"), request -> Reply.json(BacktestJson.write(trial(request)))),
                Operation.post(PATH + "{backtestId}/cancel", "cancelBacktest")
                        .needs(Permission.TRY_RULES)
                        .about(TAG, "Cancel a back-test", "It ends soon; one that is over stays as it is.")
                        .takes(trialId)
                        .mayFail(ProblemType.NOT_FOUND)
                        .json(Schemas.ref("Backtest"), this::cancel));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        return BacktestSchemas.all();
    }

    private Reply start(Request request) {
        Instant start = request.get(from);
        Instant end = request.get(to);
        if (start != null && end != null && !start.isBefore(end)) {
            throw ProblemException.parameters(
                    List.of(new ProblemException.Error(to.name(), "to must be later than from")));
        }
        Reach reach = request.caller().reach();
        if (!reach.forces().all()) {
            // Most facts name no force and go with one that does: without them nothing is told of how cases ended.
            throw ProblemException.of(
                    ProblemType.FORBIDDEN, "a back-test is for those who see all forces of their tenants");
        }
        RuleTrial trial = trials.start(
                read(RuleBody.of(request)),
                start,
                end,
                request.get(asOf),
                event -> reach.hasTenant(event.tenantId()),
                request.caller().may(Permission.READ_COVERT));
        return Reply.of(202, Reply.JSON, BacktestJson.write(trial).toString())
                .with(Map.of("Location", PATH + trial.id()));
    }

    private RuleSet read(String yaml) {
        try {
            return RuleFiles.read(List.of(new RuleText("text", yaml, rules.now().calendar())))
                    .rules();
        } catch (RuleFileException e) {
            throw ProblemException.body(
                    "the rules must be mended first",
                    e.problems().stream()
                            .map(problem -> new ProblemException.Error(
                                    "rules",
                                    "line %d, column %d: %s"
                                            .formatted(
                                                    problem.place().line(),
                                                    problem.place().column(),
                                                    problem.message())))
                            .toList());
        }
    }

    private Reply cancel(Request request) {
        RuleTrial trial = trial(request);
        trials.cancel(trial);
        return Reply.json(BacktestJson.write(trial));
    }

    private RuleTrial trial(Request request) {
        return trials.get(request.get(trialId))
                .orElseThrow(() -> ProblemException.of(
                        ProblemType.NOT_FOUND,
                        "this instance knows no such back-test: it may be over for an hour, or run on another one"));
    }
}
