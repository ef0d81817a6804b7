/**
 * Who may see and do what. Nobody may do anything that no role of theirs allows, nor see records of a tenant or force that is
 * not theirs. Pure: how a caller proves who they are is a matter of {@code web}.
 *
 * <h2>Confidential and covert</h2>
 *
 * <p>Facts count whatever their handling. To a caller without {@link org.misconductmonitor.access.Permission#READ_COVERT} an
 * answer is as if no covert fact had ever been published; an alert of which any revision rests, or rested, on one does not
 * exist. Without {@link org.misconductmonitor.access.Permission#READ_CONFIDENTIAL} a confidential fact is one more in its
 * calendar month, and an alert shows without its evidence and words. A fact that does not say how it is handled is handled
 * as its allegation was recorded; a word that nobody knows means covert.
 *
 * <p>What is told of people is written to the audit log before it is told; which operation lies in which topic is in the
 * README, "Who looked at what".
 */
package org.misconductmonitor.access;
