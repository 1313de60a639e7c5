package dev.broadsheet.testing.arxiv;

/** What a service answers when all is well. */
record Reply(int status, String type, String body) {
    static Reply xml(Xml document) {
        return new Reply(200, "text/xml; charset=utf-8", document.toString());
    }

    static Reply atom(int status, Xml document) {
        return new Reply(status, "application/atom+xml; charset=utf-8", document.toString());
    }

    static Reply notFound() {
        return new Reply(404, "text/plain", "There is no such page.");
    }
}
