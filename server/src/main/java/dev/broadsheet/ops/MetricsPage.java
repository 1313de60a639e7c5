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

/** What the rooms count and measure, at {@code /metrics}, as Prometheus reads it. */
public final class MetricsPage implements Endpoints {
    private static final String TYPE = "text/plain;version=0.0.4;charset=utf-8";

    private final PrometheusMeterRegistry registry = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);

    /** @param meters of all rooms; those of the Java machine are added */
    public MetricsPage(List<MeterBinder> meters) {
        new JvmMemoryMetrics().bindTo(registry);
        new UptimeMetrics().bindTo(registry);
        meters.forEach(meter -> meter.bindTo(registry));
    }

    @Override
    public void addTo(Routes routes) {
        routes.get("/metrics", request -> Response.text(TYPE, registry.scrape()));
    }
}
