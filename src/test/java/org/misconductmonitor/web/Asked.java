package org.misconductmonitor.web;

import io.javalin.http.Context;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.access.Permission;
import org.misconductmonitor.web.security.Session;

/** Requests without a server. */
final class Asked {
    private Asked() {}

    /** By somebody who may do everything. */
    static Request of(Map<String, String> headers, Map<String, List<String>> query, List<Param<?>> params) {
        Operation operation = Operation.get("/x", "readX")
                .needs(Permission.READ_RECORDS)
                .about("x", "x", "x")
                .takes(params)
                .text("text/plain", request -> null);
        return new Request(
                context(headers, query),
                operation,
                Session.LOCAL,
                new Trail(null, Session.LOCAL.caller(), operation, null));
    }

    private static Context context(Map<String, String> headers, Map<String, List<String>> query) {
        return (Context) Proxy.newProxyInstance(
                Context.class.getClassLoader(),
                new Class<?>[] {Context.class},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "header" -> headers.get(arguments[0]);
                    case "queryParamMap" -> query;
                    case "queryParams" -> query.getOrDefault(arguments[0], List.of());
                    default -> throw new UnsupportedOperationException(method.getName());
                });
    }
}
