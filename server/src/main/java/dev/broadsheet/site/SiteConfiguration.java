package dev.broadsheet.site;

import jakarta.servlet.Filter;
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
import org.springframework.http.HttpStatus;
import org.springframework.web.filter.ShallowEtagHeaderFilter;
import org.springframework.web.filter.UrlHandlerFilter;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/**
 * What the server is made of: the few parts of Spring Boot that serve pages. Named one by one, so that nothing starts
 * that no page needs. No room is a bean: whatever is served comes through {@link Router}.
 */
@SpringBootConfiguration(proxyBeanMethods = false)
@ImportAutoConfiguration({
    TomcatServletWebServerAutoConfiguration.class,
    DispatcherServletAutoConfiguration.class,
    WebMvcAutoConfiguration.class,
    HttpEncodingAutoConfiguration.class
})
class SiteConfiguration {
    @Bean
    RouterFunction<ServerResponse> routes(Router router) {
        return router.function();
    }

    @Bean
    SecurityHeaders securityHeaders() {
        return new SecurityHeaders();
    }

    @Bean
    UnreadableRequests unreadableRequests() {
        return new UnreadableRequests();
    }

    /** An unchanged file is not sent again. Weak, because files are compressed on their way. */
    @Bean
    FilterRegistrationBean<Filter> entityTags() {
        ShallowEtagHeaderFilter filter = new ShallowEtagHeaderFilter();
        filter.setWriteWeakETag(true);
        FilterRegistrationBean<Filter> registration = new FilterRegistrationBean<>(filter);
        registration.addUrlPatterns("/static/*");
        return registration;
    }

    /** An address with a slash too many leads to the one without. */
    @Bean
    UrlHandlerFilter slashesTooMany() {
        return UrlHandlerFilter.trailingSlashHandler("/**")
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
