package dev.broadsheet.room;

/**
 * One thing that a room says of itself.
 *
 * @param label one or two words: "People"
 * @param words what there is to say, as a person reads it: "12 members, 3 invited"
 */
public record StatusLine(String label, String words) {}
