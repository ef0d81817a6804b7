package org.misconductmonitor.web;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.stream.Stream;
import org.misconductmonitor.query.Alerts;

/** Part of what happened to an alert, as it is answered. */
final class RevisionPage {
    private RevisionPage() {}

    /**
     * Says where the next part begins, if there is one.
     *
     * @param skip how many of the latest were left out
     * @param shown of the history, what the caller may see
     */
    static Reply of(Alerts.History history, int skip, Stream<ObjectNode> shown) {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        ArrayNode items = json.putArray("items");
        shown.forEach(items::add);
        int seen = skip + history.revisions().size();
        if (seen < history.known()) {
            json.put("next", Cursor.of(Integer.toString(seen)));
        }
        json.put("total", history.total());
        return Reply.json(json);
    }
}
