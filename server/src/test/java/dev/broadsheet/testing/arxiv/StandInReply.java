package dev.broadsheet.testing.arxiv;

/** What a service answers when all is well. */
record StandInReply(int status, String type, String body) {
    static StandInReply xml(Xml document) {
        return new StandInReply(200, "text/xml; charset=utf-8", document.toString());
    }

    static StandInReply atom(int status, Xml document) {
        return new StandInReply(status, "application/atom+xml; charset=utf-8", document.toString());
    }

    static StandInReply notFound() {
        return new StandInReply(404, "text/plain", "There is no such page.");
    }
}
