/**
 * HTTP: one small class for each resource, each a list of operations that registers the routes and is the OpenAPI
 * document. Knows Kafka only through what can be asked.
 */
package org.misconductmonitor.web;
