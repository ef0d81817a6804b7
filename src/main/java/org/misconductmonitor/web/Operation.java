package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
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

    static OperationBuilder get(String path, String id) {
        return new OperationBuilder("GET", path, id);
    }

    static OperationBuilder post(String path, String id) {
        return new OperationBuilder("POST", path, id);
    }
}
