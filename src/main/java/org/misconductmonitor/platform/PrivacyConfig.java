package org.misconductmonitor.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.misconductmonitor.privacy.FileKeyVault;
import org.misconductmonitor.privacy.KeyFile;
import org.misconductmonitor.privacy.PrivacyException;
import org.misconductmonitor.privacy.TextSeal;

/**
 * Keys of the site; the running monitor needs none.
 *
 * @param keyFile secrets of the site, or null
 * @param vault directory of the keys of officers' texts, or null: texts are not sealed
 */
public record PrivacyConfig(Path keyFile, Path vault) {
    /**
     * The site's keys.
     *
     * @throws PrivacyException if there are none, or they cannot be read
     */
    public KeyFile keys() {
        if (keyFile == null) {
            throw new ConfigException(
                    List.of("privacy.key.file is not set; 'privacy create-keys FILE' makes such a file"));
        }
        return KeyFile.read(keyFile);
    }

    /** The vault, or empty if this site has none. Throws {@link PrivacyException} if it cannot be used. */
    public Optional<FileKeyVault> openVault() {
        return vault == null ? Optional.empty() : Optional.of(new FileKeyVault(vault, keys()));
    }

    /** What seals and opens texts, or empty if this site does not seal. */
    public Optional<TextSeal> seal() {
        return openVault().map(TextSeal::new);
    }
}
