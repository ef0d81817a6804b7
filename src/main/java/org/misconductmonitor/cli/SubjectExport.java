package org.misconductmonitor.cli;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import org.misconductmonitor.alert.Alert;
import org.misconductmonitor.alert.AlertJson;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.event.Field;
import org.misconductmonitor.privacy.TextSeal;
import org.misconductmonitor.topology.Holdings;

/** Everything that is held on a person, as the person may have it, and what was withheld and why. */
final class SubjectExport {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WITHHELD = "withheld";
    private static final List<Field> PEOPLE = List.of(
            Field.OFFICER_ID,
            Field.TO_OFFICER_ID,
            Field.SUPERVISOR_ID,
            Field.HANDLER_ID,
            Field.ALIAS,
            Field.COMPLAINANT_ID);
    private final Holdings holdings;
    private final Optional<TextSeal> seal;
    private final boolean confidential;
    private int confidentialEvents;
    private int confidentialAlerts;
    private int otherPeople;

    /**
     * @param seal opens texts, or empty if the site has no vault
     * @param confidential whether confidential and covert matters are told, too
     */
    SubjectExport(Holdings holdings, Optional<TextSeal> seal, boolean confidential) {
        this.holdings = holdings;
        this.seal = seal;
        this.confidential = confidential;
    }

    /** @param revisions of alerts about the person, in order, opened */
    ObjectNode write(List<Alert> revisions) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode keys = json.putArray("officerIds");
        holdings.keys().forEach(keys::add);
        ArrayNode events = json.putArray("events");
        for (Event event : holdings.events()) {
            if (isOpen(event.text(Field.HANDLING))) {
                events.add(write(event));
            } else {
                confidentialEvents++;
            }
        }
        ArrayNode alerts = json.putArray("alerts");
        for (Alert alert : revisions) {
            if (isOpen(alert.handling().name())) {
                alerts.add(write(alert));
            } else {
                confidentialAlerts++;
            }
        }
        ObjectNode withheld = json.putObject(WITHHELD);
        withheld.put("confidentialEvents", confidentialEvents);
        withheld.put("confidentialAlerts", confidentialAlerts);
        withheld.put("idsOfOtherPeople", otherPeople);
        withheld.put(
                "why",
                "Confidential and covert matters may be withheld while telling them would do harm; who other people are"
                        + " is theirs.");
        return json;
    }

    /** A word of a newer publisher is treated as the strictest. */
    private boolean isOpen(String handling) {
        return confidential || handling == null || "OPEN".equals(handling);
    }

    private ObjectNode write(Event event) {
        Event opened = seal.isPresent() ? seal.get().open(event) : event;
        try {
            ObjectNode json = (ObjectNode) JSON.readTree(EventJson.write(opened));
            for (Field field : PEOPLE) {
                if (json.hasNonNull(field.jsonName())
                        && !holdings.keys().contains(json.get(field.jsonName()).asText())) {
                    json.put(field.jsonName(), WITHHELD);
                    otherPeople++;
                }
            }
            return json;
        } catch (JsonProcessingException e) {
            throw new UncheckedIOException(e);
        }
    }

    private ObjectNode write(Alert alert) {
        ObjectNode json = AlertJson.write(alert);
        withhold(json);
        if (json.get("did") instanceof ObjectNode did) {
            withhold(did);
        }
        return json;
    }

    private void withhold(ObjectNode json) {
        for (String name : List.of("owner", "actor")) {
            if (json.hasNonNull(name)) {
                json.put(name, WITHHELD);
                otherPeople++;
            }
        }
    }
}
