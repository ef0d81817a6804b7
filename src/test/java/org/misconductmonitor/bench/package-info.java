/**
 * Micro-benchmarks. The build compiles but never runs them:
 *
 * <pre>
 * ./mvnw -q test-compile exec:exec -Dexec.executable=java -Dexec.classpathScope=test \
 *     -Dexec.args="-cp %classpath org.openjdk.jmh.Main InOrder"
 * </pre>
 *
 * The last word chooses benchmarks by their names. Compare figures of one run only.
 */
package org.misconductmonitor.bench;
