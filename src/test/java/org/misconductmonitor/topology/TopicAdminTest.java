package org.misconductmonitor.topology;

import org.junit.jupiter.api.extension.ExtendWith;
import org.misconductmonitor.platform.embedded.EmbeddedPlatform;
import org.misconductmonitor.platform.embedded.SharedPlatform;

@ExtendWith(SharedPlatform.class)
class TopicAdminTest extends TopicAdminScenarios {
    private final EmbeddedPlatform platform;

    TopicAdminTest(EmbeddedPlatform platform) {
        this.platform = platform;
    }

    @Override
    String bootstrapServers() {
        return platform.bootstrapServers();
    }
}
