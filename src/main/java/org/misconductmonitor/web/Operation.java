package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.misconductmonitor.access.Permission;

/**
 * One method of one path: what is registered, and what the OpenAPI document says.
 *
 * @param method GET or POST
 * @param path with parameters in braces
 * @param id unique name for generated clients
 * @param tag resource it belongs to
 * @param summary in a few words
 * @param description whole sentences
 * @param params every parameter; any other is refused
 * @param body what is sent, or null
 * @param later when it answers 202 instead, or null if it never does
 * @param answer content type of what is answered
 * @param schema of what is answered, or null if it is not JSON
 * @param others content types that can be asked for instead
 * @param problems that it may answer with, besides those of every operation
 * @param permission that the caller needs, or null if it is open to everybody
 * @param success status of its answer where all is well
 * @param action what it does
 */
record Operation(
        String method,
        String path,
        String id,
        String tag,
        String summary,
        String description,
        List<Param<?>> params,
        Body body,
        String later,
        String answer,
        ObjectNode schema,
        List<String> others,
        Set<ProblemType> problems,
        Permission permission,
        int success,
        Action action) {
    private static final Set<Permission> ABOUT_PEOPLE = Set.of(
            Permission.READ_ALERTS,
            Permission.READ_RECORDS,
            Permission.ACT_ON_ALERTS,
            Permission.REPLAY_DEAD_LETTERS,
            Permission.READ_AUDIT);

    /** What an operation does. */
    sealed interface Action permits Answering, Streaming {}

    /** Answers at once. */
    @FunctionalInterface
    non-sealed interface Answering extends Action {
        Reply answer(Request request);
    }

    /** Goes on telling until one side ends it. */
    @FunctionalInterface
    non-sealed interface Streaming extends Action {
        EventSource open(Request request);
    }

    /**
     * What is sent to an operation.
     *
     * @param types content types that are accepted
     * @param description what it is
     * @param schema of it, or null if it is not JSON
     */
    record Body(List<String> types, String description, ObjectNode schema) {}

    /** Whether it answers 304 where the client has it already. */
    boolean isConditional() {
        return action instanceof Answering && method.equals("GET");
    }

    /** Whether it tells of people or of who asked for them: what is asked is written down, and no client may keep it. */
    boolean isAboutPeople() {
        return permission != null && ABOUT_PEOPLE.contains(permission);
    }

    static Builder get(String path, String id) {
        return new Builder("GET", path, id);
    }

    static Builder post(String path, String id) {
        return new Builder("POST", path, id);
    }

    /** Puts an operation together. */
    static final class Builder {
        private final String method;
        private final String path;
        private final String id;
        private String tag;
        private String summary;
        private String description = "";
        private final List<Param<?>> params = new ArrayList<>();
        private Body body;
        private String later;
        private final List<String> others = new ArrayList<>();
        private final Set<ProblemType> problems = new TreeSet<>();
        private Permission permission;
        private boolean open;
        private int success = 200;

        private Builder(String method, String path, String id) {
            this.method = method;
            this.path = path;
            this.id = id;
        }

        Builder about(String resource, String inShort, String sentences) {
            tag = resource;
            summary = inShort;
            description = sentences;
            return this;
        }

        /** Only callers who have this permission may ask for it. */
        Builder needs(Permission one) {
            permission = one;
            return this;
        }

        /** Everybody may ask for it, whoever they are. */
        Builder open() {
            open = true;
            return this;
        }

        Builder takes(Param<?>... parameters) {
            params.addAll(List.of(parameters));
            return this;
        }

        Builder takes(List<Param<?>> parameters) {
            params.addAll(parameters);
            return this;
        }

        Builder takesBody(String what, String... types) {
            body = new Body(List.of(types), what, null);
            return this;
        }

        Builder takesJson(String what, ObjectNode schema) {
            body = new Body(List.of(Reply.JSON), what, schema);
            return this;
        }

        /** Answers 202 with the same schema if what is asked for has begun and is not done. */
        Builder mayAnswerLater(String when) {
            later = when;
            return this;
        }

        Builder mayFail(ProblemType... types) {
            problems.addAll(List.of(types));
            return this;
        }

        /** What is asked for goes on when it answers. */
        Builder goesOn() {
            success = 202;
            return this;
        }

        /** Answers in other ways too, if a parameter says so. */
        Builder alsoAnswers(String... contentTypes) {
            others.addAll(List.of(contentTypes));
            return this;
        }

        /** Answers JSON. */
        Operation json(ObjectNode schema, Answering action) {
            return build(Reply.JSON, schema, action);
        }

        /** Answers something else. */
        Operation text(String contentType, Answering action) {
            return build(contentType, null, action);
        }

        Operation stream(Streaming action) {
            return build("text/event-stream", null, action);
        }

        private Operation build(String answer, ObjectNode schema, Action action) {
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
}
