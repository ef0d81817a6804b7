package org.misconductmonitor.platform;

/**
 * A key of the configuration.
 *
 * @param byDefault value that is used when no source gives one
 * @param format of its values
 */
public record ConfigKey<T>(String name, String byDefault, ConfigFormat<T> format) {}
