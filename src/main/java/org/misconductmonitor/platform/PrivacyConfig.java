package org.misconductmonitor.platform;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.misconductmonitor.privacy.FileKeyVault;
import org.misconductmonitor.privacy.FreeText;
import org.misconductmonitor.privacy.KeyFile;
import org.misconductmonitor.privacy.PrivacyException;
import org.misconductmonitor.privacy.TextSeal;

/**
 * What becomes of people's own words, and the keys of the site: the running monitor needs none.
 *
 * @param keyFile secrets of the site, or null
 * @param vault directory of the keys of officers' texts, or null: texts are not sealed
 * @param chosen what was decided about texts, or empty: they are kept sealed where there is a vault
 */
public record PrivacyConfig(Path keyFile, Path vault, Optional<FreeText> chosen) {
    private static final String CHOICES =
            "set privacy.key.file and privacy.vault to have them sealed ('privacy create-keys'"
                    + " makes the keys), privacy.free.text = sealed to keep none, or privacy.free.text = clear to keep them"
                    + " readable for ever";

    /**
     * What is kept of people's own words. There is no vault of its own accord: one beside the data would be found with
     * the data, and one of this machine alone would be lost with it, with all texts.
     */
    public FreeText freeText() {
        return chosen.orElse(vault == null ? FreeText.CLEAR : FreeText.SEALED);
    }

    /** What must not be, with what to do: others write here, and nobody has decided what becomes of it. */
    List<String> problems(HttpConfig http) {
        return isUndecided() && http.isReachedByOthers()
                ? List.of(
                        "http.host = " + http.host() + " can be reached by others, who write about people: " + CHOICES)
                : List.of();
    }

    /** What whoever starts the monitor should know, or empty. */
    public Optional<String> warning() {
        return isUndecided()
                ? Optional.of("people's own words are kept readable in topics and state, where nothing can erase them: "
                        + CHOICES)
                : Optional.empty();
    }

    private boolean isUndecided() {
        return chosen.isEmpty() && vault == null;
    }

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
