package dev.broadsheet.web;

import dev.broadsheet.database.DataFolder;
import dev.broadsheet.ops.StatusReport;
import dev.broadsheet.paper.Catalogue;
import dev.broadsheet.search.PaperSearch;
import java.nio.charset.StandardCharsets;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** The status page and its JSON twin. */
@Component
final class StatusPages {
    private final DataFolder folder;
    private final Catalogue catalogue;
    private final PaperSearch search;
    private final View view;

    StatusPages(DataFolder folder, Catalogue catalogue, PaperSearch search, View view) {
        this.folder = folder;
        this.catalogue = catalogue;
        this.search = search;
        this.view = view;
    }

    ServerResponse page(ServerRequest request) {
        return view.page("status.jte", view.frame("Status", "", false, false), report());
    }

    ServerResponse json(ServerRequest request) {
        return ServerResponse.ok()
                .contentType(MediaType.APPLICATION_JSON)
                .header("Cache-Control", "no-cache")
                .body(report().json().getBytes(StandardCharsets.UTF_8));
    }

    private StatusReport report() {
        return StatusReport.of(folder, catalogue, search.state());
    }
}
