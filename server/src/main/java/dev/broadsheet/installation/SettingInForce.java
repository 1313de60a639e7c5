package dev.broadsheet.installation;

/**
 * A setting as the program uses it.
 *
 * @param key as it stands in the file
 * @param value as it may be shown: {@code (secret)} or {@code (none)} for a secret
 * @param given whether the file or the environment has it; else this is what holds without
 */
public record SettingInForce(String key, String value, boolean given) {}
