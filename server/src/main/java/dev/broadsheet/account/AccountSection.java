package dev.broadsheet.account;

/**
 * A further page about one's own account, to which the page of the account leads.
 *
 * @param words of the link
 * @param address its path
 */
public record AccountSection(String words, String address) {}
