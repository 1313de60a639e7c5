package dev.broadsheet.site;

import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.apache.tomcat.util.http.InvalidParameterException;
import org.springframework.core.annotation.Order;
import org.springframework.web.filter.OncePerRequestFilter;

/** Refuses addresses that nothing behind it should have to understand. */
@Order(1)
final class UnreadableRequests extends OncePerRequestFilter {
    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (request.getRequestURI().startsWith("//")) {
            // Were such an address redirected to the one without its last slash, a browser would go to another host.
            response.sendError(HttpServletResponse.SC_BAD_REQUEST);
            return;
        }
        try {
            // Taken apart here, where it can still be refused.
            request.getParameterMap();
        } catch (InvalidParameterException e) {
            response.sendError(e.getErrorCode());
            return;
        }
        chain.doFilter(request, response);
    }
}
