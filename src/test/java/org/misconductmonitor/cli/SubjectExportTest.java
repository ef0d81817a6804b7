package org.misconductmonitor.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.StringReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.event.EventJson;
import org.misconductmonitor.privacy.FileKeyVault;
import org.misconductmonitor.privacy.KeyFile;
import org.misconductmonitor.privacy.TextSeal;
import org.misconductmonitor.topology.Holdings;
import org.xml.sax.InputSource;

/** What a person is told, and what not. */
class SubjectExportTest {
    @TempDir
    private Path directory;

    private TextSeal seal;

    @BeforeEach
    void open() {
        seal = new TextSeal(new FileKeyVault(directory.resolve("vault"), KeyFile.create(directory.resolve("keys"))));
    }

    @Test
    void shouldOpenTextsAndWithholdOtherPeople() {
        ObjectNode told = export(false, event("OPEN", "<b>shouted</b> & ran"));

        assertThat(told.path("events").path(0).path("narrative").asText()).isEqualTo("<b>shouted</b> & ran");
        assertThat(told.path("events").path(0).path("officerId").asText()).isEqualTo("o1");
        assertThat(told.toString()).doesNotContain("complainant-7", "handler-3");
        assertThat(told.path("withheld").path("idsOfOtherPeople").asInt()).isEqualTo(2);
    }

    @Test
    void shouldWithholdWhatIsNotOpenUnlessAllowed() {
        Event covert = event("COVERT", "watched");

        ObjectNode told = export(false, covert, event("CONFIDENTIAL", "said"));
        assertThat(told.path("events")).isEmpty();
        assertThat(told.path("withheld").path("confidentialEvents").asInt()).isEqualTo(2);

        assertThat(export(true, covert).path("events")).hasSize(1);
    }

    @Test
    void shouldBeAPageInWhichNoTextIsMarkup() throws Exception {
        String page = SubjectPage.of(export(false, event("OPEN", "<b>shouted</b> & ran")));

        assertThat(page).contains("&lt;b&gt;shouted").doesNotContain("<b>");
        DocumentBuilderFactory.newInstance().newDocumentBuilder().parse(new InputSource(new StringReader(page)));
    }

    private ObjectNode export(boolean confidential, Event... events) {
        List<Event> published = List.of(events).stream().map(seal::seal).toList();
        Holdings holdings = new Holdings(Set.of("o1"), published, List.of());
        return new SubjectExport(holdings, Optional.of(seal), confidential).write(List.of());
    }

    private static Event event(String handling, String narrative) {
        return EventJson.read(
                ("{\"eventType\":\"ACTION_LOGGED\",\"eventId\":\"e1\",\"officerId\":\"o1\",\"caseId\":\"c1\","
                                + "\"at\":\"2026-01-01T00:00:00Z\",\"handling\":\"%s\",\"narrative\":\"%s\","
                                + "\"complainantId\":\"complainant-7\",\"handlerId\":\"handler-3\"}")
                        .formatted(handling, narrative));
    }
}
