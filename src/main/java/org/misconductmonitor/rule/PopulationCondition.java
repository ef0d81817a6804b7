package org.misconductmonitor.rule;

/** What must hold of the facts of a whole tenant, of all officers together. */
public sealed interface PopulationCondition extends Condition permits Cluster, Surge, Peer, DecisionMaker, Feed {}
