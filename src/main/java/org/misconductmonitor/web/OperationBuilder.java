package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.misconductmonitor.access.Permission;

/** Puts an operation together. */
final class OperationBuilder {
    private final String method;
    private final String path;
    private final String id;
    private String tag;
    private String summary;
    private String description = "";
    private final List<Param<?>> params = new ArrayList<>();
    private Operation.Body body;
    private String later;
    private final List<String> others = new ArrayList<>();
    private final Set<ProblemType> problems = new TreeSet<>();
    private Permission permission;
    private boolean open;
    private int success = 200;

    OperationBuilder(String method, String path, String id) {
        this.method = method;
        this.path = path;
        this.id = id;
    }

    OperationBuilder about(String resource, String inShort, String sentences) {
        tag = resource;
        summary = inShort;
        description = sentences;
        return this;
    }

    /** Only callers who have this permission may ask for it. */
    OperationBuilder needs(Permission one) {
        permission = one;
        return this;
    }

    /** Everybody may ask for it, whoever they are. */
    OperationBuilder open() {
        open = true;
        return this;
    }

    OperationBuilder takes(Param<?>... parameters) {
        params.addAll(List.of(parameters));
        return this;
    }

    OperationBuilder takes(List<Param<?>> parameters) {
        params.addAll(parameters);
        return this;
    }

    OperationBuilder takesBody(String what, String... types) {
        body = new Operation.Body(List.of(types), what, null);
        return this;
    }

    OperationBuilder takesJson(String what, ObjectNode schema) {
        body = new Operation.Body(List.of(Reply.JSON), what, schema);
        return this;
    }

    /** Answers 202 with the same schema if what is asked for has begun and is not done. */
    OperationBuilder mayAnswerLater(String when) {
        later = when;
        return this;
    }

    OperationBuilder mayFail(ProblemType... types) {
        problems.addAll(List.of(types));
        return this;
    }

    /** What is asked for goes on when it answers. */
    OperationBuilder goesOn() {
        success = 202;
        return this;
    }

    /** Answers in other ways too, if a parameter says so. */
    OperationBuilder alsoAnswers(String... contentTypes) {
        others.addAll(List.of(contentTypes));
        return this;
    }

    /** Answers JSON. */
    Operation json(ObjectNode schema, Operation.Answering action) {
        return build(Reply.JSON, schema, action);
    }

    /** Answers something else. */
    Operation text(String contentType, Operation.Answering action) {
        return build(contentType, null, action);
    }

    Operation stream(Operation.Streaming action) {
        return build("text/event-stream", null, action);
    }

    private Operation build(String answer, ObjectNode schema, Operation.Action action) {
        if (open == (permission != null)) {
            throw new IllegalStateException(id + " must say who may ask for it");
        }
        return new Operation(
                method,
                path,
                id,
                tag,
                summary,
                description,
                List.copyOf(params),
                body,
                later,
                answer,
                schema,
                List.copyOf(others),
                Set.copyOf(problems),
                permission,
                success,
                action);
    }
}
