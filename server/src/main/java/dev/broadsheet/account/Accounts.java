package dev.broadsheet.account;

import dev.broadsheet.room.Room;

/** The room of people: who they are, how they sign in, what they may do. Thread-safe. */
public final class Accounts implements Room {}
