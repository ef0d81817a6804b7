/**
 * Keys, sealed texts and pseudonyms. Pure cryptography of the JDK on files: no Kafka, no HTTP, no clock.
 *
 * <h2>What it is for</h2>
 *
 * Topics are append-only, are copied to replicas and backups, and hold what people write about people. So that a person's
 * texts can be erased from all of it at once, they never get there readable: their publisher seals them with a key of
 * that person alone, and the key can be destroyed.
 *
 * <h2>What is sealed</h2>
 *
 * Every field that {@link org.misconductmonitor.event.Field#isFreeText} names, and what reviewers write: reason, comment
 * and statement. A code in such a field stays readable: rules and statistics go by it. Everything else stays readable,
 * because rules read it: ids, times, categories, findings, units. It says nothing of a person whose pseudonym cannot be
 * resolved.
 *
 * <h2>Keys</h2>
 *
 * <ul>
 *   <li>The <b>key file</b> of the site ({@code privacy.key.file}): wrapping keys and pseudonym keys. Publishers and those
 *       who may read texts have it. Keep a copy apart from all others.
 *   <li>A <b>data key</b> for each officer (and for each tenant, for what is about no one person): 256 random bits, in the
 *       vault ({@code privacy.vault}), a directory that publishers share, wrapped by the wrapping key in use. The vault is
 *       not a topic on purpose: a compacted topic keeps old values in its newest segment, in replicas and in mirrors, and
 *       nobody can show that a key is gone from there. A file is overwritten and removed.
 *   <li>Texts are AES-256-GCM with two keys derived from the data key by HMAC-SHA-256, one for the text and one for the
 *       nonce, which follows from the text and its place (holder, eventId, field). The same event published twice is the
 *       same bytes, so it stays a duplicate. A text that is moved to another place does not open.
 * </ul>
 *
 * <p>The topology has none of these keys, and {@code run} needs them only where reviewers act over HTTP. With {@code privacy.free.text=sealed} it keeps no text that a publisher
 * has left readable either: the word {@link org.misconductmonitor.privacy.FreeText#WITHHELD} takes its place in all that
 * it stores and writes, dead letters included.
 *
 * <h2>Against whom</h2>
 *
 * <ul>
 *   <li>Who reads topics, stores, changelogs, backups or a stolen disk sees no text, and no name without the key file.
 *   <li>Who has a copy of the vault without the key file sees nothing. After an erasure copies of the vault from before
 *       hold the wrapped key still: {@code privacy rotate-key wrapping} and then the destruction of the old wrapping key makes
 *       these worthless, too. Overwriting alone is no proof on disks that remap their blocks.
 *   <li>Who has the key file and a real id can compute the pseudonym. After an erasure that link is cut by taking a new
 *       pseudonym key into use and destroying the old one: the erased are not linked to the new names.
 *   <li>Not against a publisher who writes names into codes or ids, nor against who has both vault and key file.
 * </ul>
 */
package org.misconductmonitor.privacy;
