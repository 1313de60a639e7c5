package dev.broadsheet.account;

/** The page of one's own account. */
final class AccountPages {
    static final String ACCOUNT = "/account";

    private AccountPages() {}
}
