package dev.broadsheet.paper;

import dev.broadsheet.installation.Json;

/** The form in which metadata is stored: JSON without empty fields. Thread-safe. */
public final class PaperJson {
    private PaperJson() {}

    public static String write(Metadata metadata) {
        return Json.STORED.writeValueAsString(metadata);
    }

    public static Metadata read(String json) {
        return Json.STORED.readValue(json, Metadata.class);
    }
}
