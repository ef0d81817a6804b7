package org.misconductmonitor.web;

import io.javalin.http.Context;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.misconductmonitor.access.Caller;
import org.misconductmonitor.web.security.Session;

/** What is asked, with every parameter checked. */
final class Request {
    private final Context context;
    private final Session session;
    private final Trail trail;
    private final Map<Param<?>, Object> values = new HashMap<>();

    /**
     * Reads it.
     *
     * @param session of whoever asks
     * @param trail takes down what is touched of people's records
     * @throws ProblemException if a parameter is unknown, given twice or not allowed: all of them are told
     */
    Request(Context context, Operation operation, Session session, Trail trail) {
        this.context = context;
        this.session = session;
        this.trail = trail;
        List<ProblemException.Error> errors = new ArrayList<>(unknown(context, operation));
        operation.params().forEach(param -> read(param, errors));
        if (!errors.isEmpty()) {
            throw ProblemException.parameters(errors);
        }
    }

    /** The value of one of the operation's parameters. */
    @SuppressWarnings("unchecked") // each value was made by the parser of its parameter
    <T> T get(Param<T> param) {
        return (T) values.get(param);
    }

    /** Who asks. */
    Caller caller() {
        return session.caller();
    }

    /** Takes down what is touched of people's records. */
    Trail trail() {
        return trail;
    }

    /** How long it is known who asks. */
    Session session() {
        return session;
    }

    /** @return the header, or null */
    String header(String name) {
        return context.header(name);
    }

    /** Such as GET. */
    String method() {
        return context.method().name();
    }

    /** Path and query as they were sent. */
    String target() {
        return context.req().getRequestURI() + (context.queryString() == null ? "" : "?" + context.queryString());
    }

    /** The path alone, as it was sent. */
    String path() {
        return context.req().getRequestURI();
    }

    byte[] body() {
        return context.bodyAsBytes();
    }

    private static List<ProblemException.Error> unknown(Context context, Operation operation) {
        List<String> known = operation.params().stream()
                .filter(param -> param.place() == Param.Place.QUERY)
                .map(Param::name)
                .toList();
        return new TreeSet<>(context.queryParamMap().keySet())
                .stream()
                        .filter(name -> !known.contains(name))
                        .map(name -> new ProblemException.Error(
                                Texts.shown(name),
                                "'" + Texts.shown(name) + "' is no parameter here; "
                                        + (known.isEmpty()
                                                ? "there are none"
                                                : "there are " + String.join(", ", known))))
                        .collect(Collectors.toList());
    }

    private <T> void read(Param<T> param, List<ProblemException.Error> errors) {
        List<String> given = given(param);
        if (given.isEmpty()) {
            values.put(param, param.absent());
        } else if (given.size() > 1 && !param.many()) {
            errors.add(new ProblemException.Error(param.name(), param.name() + " must be given once"));
        } else {
            try {
                values.put(param, param.parser().apply(given));
            } catch (IllegalArgumentException e) {
                errors.add(new ProblemException.Error(param.name(), param.name() + " must be " + e.getMessage()));
            }
        }
    }

    private List<String> given(Param<?> param) {
        return switch (param.place()) {
            case PATH -> List.of(context.pathParam(param.name()));
            case QUERY -> context.queryParams(param.name());
            case HEADER -> context.header(param.name()) == null ? List.of() : List.of(context.header(param.name()));
        };
    }
}
