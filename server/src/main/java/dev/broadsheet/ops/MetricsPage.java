package dev.broadsheet.ops;

import dev.broadsheet.site.Endpoints;
import dev.broadsheet.site.Response;
import dev.broadsheet.site.Routes;
import io.micrometer.core.instrument.binder.MeterBinder;
import io.micrometer.core.instrument.binder.jvm.JvmMemoryMetrics;
import io.micrometer.core.instrument.binder.system.UptimeMetrics;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What the rooms count and measure, at {@code /metrics}, as Prometheus reads it. */
public final class MetricsPage implements Endpoints {
    private static final String TYPE = "text/plain;version=0.0.4;charset=utf-8";

    private final List<MeterBinder> meters;
    private @Nullable PrometheusMeterRegistry registry;

    /** @param meters of all rooms; those of the Java machine are added */
    public MetricsPage(List<MeterBinder> meters) {
        this.meters = List.copyOf(meters);
    }

    /** Made when it is first asked for: most servers are never watched, and all of them start faster without it. */
    private synchronized PrometheusMeterRegistry registry() {
        PrometheusMeterRegistry known = registry;
        if (known == null) {
            PrometheusMeterRegistry made = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
            new JvmMemoryMetrics().bindTo(made);
            new UptimeMetrics().bindTo(made);
            meters.forEach(meter -> meter.bindTo(made));
            registry = made;
            known = made;
        }
        return known;
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/metrics", request -> Response.text(TYPE, registry().scrape()));
    }
}
