/**
 * The chassis: the HTTP server and all that pages and endpoints have in common. Requests, responses, the frame
 * around a page, forms, refusals, entity tags, security headers, static files. It serves what it is handed as
 * {@link dev.broadsheet.site.Endpoints}; it must not know any room, nor what any page is about.
 */
@NullMarked
@ApplicationModule(
        displayName = "Site",
        allowedDependencies = {"installation"})
package dev.broadsheet.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
