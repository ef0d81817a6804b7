package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.misconductmonitor.query.InstanceAddress;
import org.misconductmonitor.query.SystemStatus;

/** Asks every instance the same. */
final class Instances {
    private final ObjectMapper mapper = new ObjectMapper();
    private final SystemStatus system;
    private final Forwarding forwarding;

    Instances(SystemStatus system, Forwarding forwarding) {
        this.system = system;
        this.forwarding = forwarding;
    }

    /**
     * The answers of all of them, or only of this one if another instance asks.
     *
     * @throws ProblemException if one of them cannot tell now: what the others say would not be the whole
     */
    List<JsonNode> ask(Request request, Supplier<JsonNode> here) {
        List<JsonNode> answers = new ArrayList<>();
        answers.add(here.get());
        if (request.header(Forwarding.HEADER) == null) {
            system.others().forEach(other -> answers.add(ask(request, other)));
        }
        return answers;
    }

    /**
     * Hands a request without a body on to the instance of that tag, in the name of whoever asks.
     *
     * @return empty if there is no such instance, or the request was handed on already
     * @throws ProblemException if it does not answer
     */
    Optional<Reply> hand(Request request, String tag) {
        if (request.header(Forwarding.HEADER) != null) {
            return Optional.empty();
        }
        return system.others().stream()
                .filter(other -> other.tag().equals(tag))
                .findFirst()
                .map(other -> forwarding.hand(request, other));
    }

    private JsonNode ask(Request request, InstanceAddress other) {
        Reply reply = forwarding.ask(request, other.host(), other.port());
        if (reply.status() == 200) {
            try {
                return mapper.readTree(reply.body());
            } catch (IOException e) {
                throw ProblemException.unavailable("the instance at " + other + " does not answer as it should", 5);
            }
        }
        throw ProblemException.unavailable("the instance at " + other + " cannot tell now", 2);
    }
}
