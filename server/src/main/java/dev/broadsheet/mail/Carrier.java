package dev.broadsheet.mail;

/** Brings mails on their way, one at a time. */
interface Carrier {
    /**
     * Returns once somebody else answers for the mail.
     *
     * @throws RefusedMailException if it will never be taken
     * @throws RuntimeException if it was not taken this time
     */
    void carry(QueuedMail mail);

    /** Where it brings them, in a few words for everybody: no server is named. */
    String words();
}
