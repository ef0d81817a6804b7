package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.engine.RuleTestAlerts;
import org.misconductmonitor.engine.RuleTestEngine;
import org.misconductmonitor.query.CurrentRules;
import org.misconductmonitor.query.RulesInForce;
import org.misconductmonitor.rule.file.LoadedRules;
import org.misconductmonitor.rule.file.RuleDocument;
import org.misconductmonitor.rule.file.RuleFileException;
import org.misconductmonitor.rule.file.RuleFiles;
import org.misconductmonitor.rule.file.RuleTests;
import org.misconductmonitor.rule.file.RuleText;

/** Rules: those in force, checking a text, running tests. Nothing here changes what is in force. */
final class RulesResource implements Resource {
    private static final String TAG = "rules";

    private final RulesInForce rules;
    private final Param<String> ruleId = Params.id("ruleId", "Identity of the rule.");

    RulesResource(RulesInForce rules) {
        this.rules = rules;
    }

    @Override
    public List<Operation> operations() {
        return List.of(
                Operation.get("/api/v1/rules", "listRules")
                        .needs(Permission.READ_RULES)
                        .about(
                                TAG,
                                "List the rules in force",
                                "Those the monitor started with, and over them what was published.")
                        .mayFail(ProblemType.UNAVAILABLE)
                        .json(Schemas.ref("RuleList"), request -> list()),
                Operation.get("/api/v1/rules/{ruleId}", "getRule")
                        .needs(Permission.READ_RULES)
                        .about(TAG, "Get a rule in force", "With its text and the names of its tests.")
                        .takes(ruleId)
                        .mayFail(ProblemType.NOT_FOUND, ProblemType.UNAVAILABLE)
                        .json(Schemas.ref("RuleWithText"), this::one),
                Operation.post("/api/v1/rules/{ruleId}/test", "testRule")
                        .needs(Permission.TRY_RULES)
                        .about(TAG, "Run the tests of a rule in force", "With the engine of the running monitor.")
                        .takes(ruleId)
                        .mayFail(ProblemType.NOT_FOUND, ProblemType.UNAVAILABLE)
                        .json(
                                Schemas.ref("RuleTestReport"),
                                request -> test(inForce(request).yaml())),
                Operation.post("/api/v1/rules/check", "checkRules")
                        .needs(Permission.TRY_RULES)
                        .about(TAG, "Check the text of rules", "Says what must be mended, with line and column.")
                        .takesBody(RuleBody.TEXT, RuleBody.types())
                        .json(Schemas.ref("RuleCheck"), request -> check(RuleBody.of(request))),
                Operation.post("/api/v1/rules/test", "testRules")
                        .needs(Permission.TRY_RULES)
                        .about(
                                TAG,
                                "Run the tests of a text",
                                "Each rule by itself, with the engine of the running monitor.")
                        .takesBody(RuleBody.TEXT, RuleBody.types())
                        .json(Schemas.ref("RuleTestReport"), request -> test(RuleBody.of(request))));
    }

    @Override
    public Map<String, ObjectNode> schemas() {
        return RuleSchemas.all();
    }

    private Reply list() {
        CurrentRules current = rules.now();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode items = json.putArray("items");
        current.all().stream().filter(entry -> !entry.retired()).forEach(entry -> items.add(RuleJson.inForce(entry)));
        ArrayNode warnings = json.putArray("warnings");
        current.warnings().forEach(warnings::add);
        return Reply.json(json);
    }

    private Reply one(Request request) {
        CurrentRules.Entry entry = inForce(request);
        ObjectNode json = RuleJson.inForce(entry);
        json.put("yaml", entry.yaml());
        ArrayNode tests = json.putArray("tests");
        for (RuleDocument document : read(entry.yaml()).documents()) {
            document.tests().forEach(test -> tests.add(test.name()));
            FactJson.put(json, "exceptions", document.exceptions());
        }
        return Reply.json(json);
    }

    private CurrentRules.Entry inForce(Request request) {
        CurrentRules.Entry entry = rules.now().inForce(request.get(ruleId));
        if (entry == null) {
            throw ProblemException.of(
                    ProblemType.NOT_FOUND, "no rule with this id is in force; /api/v1/rules lists those that are");
        }
        return entry;
    }

    private static Reply check(String yaml) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        try {
            LoadedRules loaded = read(yaml);
            json.put("ok", true);
            ArrayNode found = json.putArray("rules");
            loaded.documents().forEach(document -> found.add(RuleJson.rule(document.rule())));
            json.putArray("errors");
            json.set("warnings", RuleJson.problems(loaded.warnings()));
        } catch (RuleFileException e) {
            json.put("ok", false);
            json.putArray("rules");
            json.set("errors", RuleJson.problems(e.problems()));
            json.putArray("warnings");
        }
        return Reply.json(json);
    }

    private static Reply test(String yaml) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode tests = JsonNodeFactory.instance.arrayNode();
        boolean passed = true;
        try {
            for (RuleDocument document : read(yaml).documents()) {
                List<RuleTests.Result> results = RuleTests.run(
                        document.rule(),
                        document.tests(),
                        (set, arrivals, now) -> RuleTestAlerts.standing(RuleTestEngine.standing(set, arrivals, now)));
                RuleJson.results(document.rule().id(), results, tests);
                passed &= results.stream().allMatch(RuleTests.Result::passed);
            }
        } catch (RuleFileException e) {
            passed = false;
            json.set("errors", RuleJson.problems(e.problems()));
        }
        json.put("ok", passed);
        json.set("tests", tests);
        return Reply.json(json);
    }

    private static LoadedRules read(String yaml) {
        return RuleFiles.read(List.of(new RuleText("text", yaml)));
    }
}
