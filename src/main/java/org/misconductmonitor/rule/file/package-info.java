/**
 * Rule files: YAML to rules, all or nothing, with the place and the mend of every error; and the tests that rules carry.
 *
 * <p>A new kind of rule is one {@link org.misconductmonitor.rule.file.ConditionReader} in
 * {@link org.misconductmonitor.rule.file.ConditionReaders}, and its keys in {@code schemas/rule.schema.json}.
 */
package org.misconductmonitor.rule.file;
