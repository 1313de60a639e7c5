package dev.broadsheet.search;

import dev.broadsheet.room.Room;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import java.util.function.ToDoubleFunction;

/** What the search tells whoever watches a server: how far its index and the embedding are. */
public final class SearchMeters implements Room {
    private final PaperSearch search;

    public SearchMeters(PaperSearch search) {
        this.search = search;
    }

    @Override
    public List<MeterBinder> meters() {
        return List.of(registry -> {
            gauge(registry, "broadsheet.search.papers", "Papers that are found by words", SearchState::indexed);
            gauge(registry, "broadsheet.search.embedded", "Papers that are found by meaning", SearchState::embedded);
            gauge(registry, "broadsheet.search.waiting", "Papers that wait to be embedded", SearchState::waiting);
            gauge(
                    registry,
                    "broadsheet.search.behind",
                    "Changes of the catalogue that are not in the index yet",
                    state -> Math.max(0, state.latestRevision() - state.indexedRevision()));
        });
    }

    private void gauge(MeterRegistry registry, String name, String what, ToDoubleFunction<SearchState> value) {
        Gauge.builder(name, search, watched -> value.applyAsDouble(watched.state()))
                .description(what)
                .register(registry);
    }
}
