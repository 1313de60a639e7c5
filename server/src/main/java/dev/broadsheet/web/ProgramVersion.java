package dev.broadsheet.web;

/** The version of the program that runs. */
record ProgramVersion(String value) {}
