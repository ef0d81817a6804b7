package org.misconductmonitor.web;

import java.util.ArrayList;
import java.util.List;

/** The OpenAPI document itself. */
final class OpenApiResource implements Resource {
    private final List<Resource> others;

    OpenApiResource(List<Resource> others) {
        this.others = others;
    }

    @Override
    public List<Operation> operations() {
        return List.of(Operation.get("/openapi.json", "getOpenApi")
                .open()
                .about("system", "This document", "OpenAPI 3.1.")
                .json(Schemas.anyObject("An OpenAPI 3.1 document."), request -> {
                    List<Resource> all = new ArrayList<>(others);
                    all.add(this);
                    return Reply.json(OpenApi.document(all));
                }));
    }
}
