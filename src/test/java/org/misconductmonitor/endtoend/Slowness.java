package org.misconductmonitor.endtoend;

import java.util.Collections;
import java.util.List;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.common.quota.ClientQuotaAlteration;
import org.apache.kafka.common.quota.ClientQuotaEntity;
import org.misconductmonitor.platform.ClientProperties;

/** A broker that lets clients have a kilobyte a second: whatever they are at, they are in the middle of it for long. */
final class Slowness {
    private static final double BYTES_A_SECOND = 1024;

    private final Site site;
    private final ClientQuotaEntity clients;
    private final String quota;

    private Slowness(Site site, String clientId, String quota) {
        this.site = site;
        this.clients = new ClientQuotaEntity(Collections.singletonMap(ClientQuotaEntity.CLIENT_ID, clientId));
        this.quota = quota;
        set(BYTES_A_SECOND);
    }

    static Slowness ofWriter(Site site, String clientId) {
        return new Slowness(site, clientId, "producer_byte_rate");
    }

    /** Of everybody who reads. */
    static Slowness ofReaders(Site site) {
        return new Slowness(site, null, "consumer_byte_rate");
    }

    private void set(Double rate) {
        try (Admin admin = Admin.create(ClientProperties.admin(site.config()))) {
            admin.alterClientQuotas(List.of(
                            new ClientQuotaAlteration(clients, List.of(new ClientQuotaAlteration.Op(quota, rate)))))
                    .all()
                    .get();
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** The broker is as before. */
    void close() {
        set(null);
    }
}
