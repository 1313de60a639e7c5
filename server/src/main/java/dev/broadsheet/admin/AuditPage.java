package dev.broadsheet.admin;

import dev.broadsheet.account.AuditEntry;
import java.util.List;

/** @param older the address of the entries before these; empty where there are none */
record AuditPage(List<AuditEntry> entries, String older, Moments moments) {}
