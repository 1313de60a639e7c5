package dev.broadsheet.web;

import dev.broadsheet.daily.DailyLists;
import dev.broadsheet.ingest.Announcements;
import dev.broadsheet.paper.Catalogue;
import jakarta.servlet.Filter;
import java.time.Clock;
import org.apache.tomcat.util.buf.EncodedSolidusHandling;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.servlet.autoconfigure.HttpEncodingAutoConfiguration;
import org.springframework.boot.tomcat.autoconfigure.servlet.TomcatServletWebServerAutoConfiguration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.boot.web.servlet.FilterRegistrationBean;
import org.springframework.boot.webmvc.autoconfigure.DispatcherServletAutoConfiguration;
import org.springframework.boot.webmvc.autoconfigure.WebMvcAutoConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.filter.UrlHandlerFilter;

/**
 * What the web server is made of: the few parts of Spring Boot that serve pages, and the rooms that
 * have addresses. Named one by one, so that nothing starts that no page needs.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class
})
@ComponentScan({"dev.broadsheet.web", "dev.broadsheet.api"})
class WebConfiguration {
    @Bean
    DailyLists dailyLists(Catalogue catalogue, Clock clock) {
        return new DailyLists(catalogue, new Announcements(catalogue.database()), clock);
    }

    /** An unchanged page or file is not sent again. Weak, because pages are compressed on their way. */
    @Bean
    FilterRegistrationBean<Filter> entityTags() {
        ShallowEtagHeaderFilter filter = new ShallowEtagHeaderFilter();
        filter.setWriteWeakETag(true);
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/papers/*", "/api/*", "/static/*", "/status", "/status.json", "/status/*");
        return registration;
    }

    /** An address with a slash too many leads to the one without. */
    @Bean
    UrlHandlerFilter slashesTooMany() {
        return UrlHandlerFilter.trailingSlashHandler("/papers/**", "/api/**", "/status/**")
                .redirect(HttpStatus.PERMANENT_REDIRECT)
                .build();
    }

    /** Old arXiv names have a slash, which some clients write as %2F. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> encodedSlashes() {
        return factory -> factory.addConnectorCustomizers(
                connector -> connector.setEncodedSolidusHandling(EncodedSolidusHandling.DECODE.getValue()));
    }

    /** What the server refuses by itself is answered in our words, not in its own. */
    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> refusedRequests(View view) {
        return factory -> factory.addContextCustomizers(
                context -> context.getParent().getPipeline().addValve(new RefusedRequests(view)));
    }
}
