package dev.broadsheet.account.oidc;

/** A page that leads to a provider. */
record OnwardPage(String label, String href) {}
