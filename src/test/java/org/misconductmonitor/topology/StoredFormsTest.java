package org.misconductmonitor.topology;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.misconductmonitor.platform.ConfigSources;
import org.misconductmonitor.platform.Monitor;
import org.misconductmonitor.platform.MonitorConfig;
import org.misconductmonitor.rule.RuleSet;

class StoredFormsTest {
    /** Avro's single-object encoding: two marks, the fingerprint of a schema, the record; nothing that any store holds. */
    private static final byte[] UNKNOWN = {(byte) 0xC3, 1, 9, 9, 9, 9, 9, 9, 9, 9, 0, 0, 0};

    private final StoredForms forms = new StoredForms();

    @ParameterizedTest
    @MethodSource("stores")
    void shouldRefuseWhatTheStoreNeverHeld(String store) {
        assertThat(forms.knows(store)).isTrue();
        assertThatThrownBy(() -> forms.read(store, "key".getBytes(UTF_8), UNKNOWN))
                .isInstanceOf(RuntimeException.class);
    }

    @Test
    void shouldReadARuleThatWasRetired() {
        forms.read(Names.RULES, "key".getBytes(UTF_8), new byte[0]);
        forms.read(Names.ACCOUNTING, "key".getBytes(UTF_8), Tally.NOTHING.encode());
    }

    private static Set<String> stores() {
        MonitorConfig config = MonitorConfig.load(new ConfigSources(Optional.empty(), Map.of(), Map.of()));
        return MisconductTopology.stores(Monitor.topology(config, RuleSet.NONE));
    }
}
