/**
 * What a set of rules would have done on a history. Pure: no Kafka, no HTTP, no clock.
 *
 * <p>Facts are taken in order of their own business time, which is when they became known, and time passes with them.
 * Facts of one instant become known together: what only stood between two of them was never raised. An alert counts as
 * it stood at the end of the instant at which it was first raised; facts of later instants never change that, but may
 * withdraw it, and both are told. How cases ended is what the record says at the end of the history.
 */
package org.misconductmonitor.backtest;
