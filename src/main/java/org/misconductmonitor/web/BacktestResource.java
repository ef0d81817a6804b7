package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.access.Reach;
import org.misconductmonitor.query.RuleTrial;
import org.misconductmonitor.query.RuleTrials;
import org.misconductmonitor.query.RulesInForce;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.Place;
import org.misconductmonitor.rule.file.RuleFileException;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleProblem;
import org.misconductmonitor.rule.file.RuleText;

/** What rules would have done on all that was published. They are not put in force. */
final class BacktestResource implements Resource {
    private static final String TAG = "rules";
    private static final String PATH = "/api/v1/rules/backtests/";

    private final RulesInForce rules;
    private final RuleTrials trials;
    private final Instances instances;
    private final Param<String> trialId = Params.id("backtestId", "Identity of the back-test.");
    private final Param<Instant> from = Params.time("from", "Count only alerts raised then or later.");
    private final Param<Instant> to = Params.time("to", "Count only alerts raised before.");
    private final Param<Instant> asOf = Params.time("asOf", "Leave out what became known later.");

    BacktestResource(RulesInForce rules, RuleTrials trials, Instances instances) {
        this.rules = rules;
        this.trials = trials;
        this.instances = instances;
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
                                "While it goes on and until an hour after it began, of any instance. Whoever may not see all"
                                        + " that it looks at is told how far it is, and not what came out.")
                        .takes(trialId)
                        .mayFail(ProblemType.NOT_FOUND, ProblemType.UNAVAILABLE)
                        .json(Schemas.ref("Backtest"), this::look),
                Operation.post(PATH + "{backtestId}/cancel", "cancelBacktest")
                        .needs(Permission.TRY_RULES)
                        .about(TAG, "Cancel a back-test", "One's own. It ends soon; one that is over stays as it is.")
                        .takes(trialId)
                        .mayFail(ProblemType.NOT_FOUND, ProblemType.UNAVAILABLE)
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
        RuleTrial trial = trials.start(read(RuleBody.of(request)), start, end, request.get(asOf), request.caller());
        return Reply.of(
                        202,
                        Reply.JSON,
                        BacktestJson.write(trial, request.caller()).toString())
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
                            .map(problem -> new ProblemException.Error("rules", said(problem)))
                            .toList());
        }
    }

    private static String said(RuleProblem problem) {
        Place place = problem.place();
        return place.isWholeFile()
                ? "the text " + problem.message()
                : "line %d, column %d: %s".formatted(place.line(), place.column(), problem.message());
    }

    private Reply look(Request request) {
        return of(request, trial -> {});
    }

    private Reply cancel(Request request) {
        return of(request, trial -> {
            if (!trial.isOf(request.caller())) {
                throw ProblemException.of(ProblemType.FORBIDDEN, "only whoever began a back-test may cancel it");
            }
            trials.cancel(trial);
        });
    }

    /** Answered by the instance that runs it. */
    private Reply of(Request request, Consumer<RuleTrial> action) {
        String id = request.get(trialId);
        Optional<Reply> other = trials.elsewhere(id).flatMap(tag -> instances.hand(request, tag));
        return other.orElseGet(() -> {
            RuleTrial trial = trials.get(id)
                    .orElseThrow(() -> ProblemException.of(
                            ProblemType.NOT_FOUND,
                            "there is no such back-test, or not any more: it may be over for an hour"));
            action.accept(trial);
            return Reply.json(BacktestJson.write(trial, request.caller()));
        });
    }
}
