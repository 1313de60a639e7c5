/**
 * The chassis: the HTTP server and all that pages and endpoints have in common. Requests, responses, the frame
 * around a page, forms, refusals, entity tags, security headers, static files. It serves what it is handed as
 * {@link dev.broadsheet.site.Endpoints}; it must not know any room, nor what any page is about.
 *
 * <p>A room adds its paths to {@link dev.broadsheet.site.Routes}. A handler takes a {@link
 * dev.broadsheet.site.Request} and gives a {@link dev.broadsheet.site.Response}: a {@link dev.broadsheet.site.Page}
 * with a template and its content, JSON, a text, or another address; or it throws a {@link
 * dev.broadsheet.site.Refusal}. A template lies below the templates' folder in the folder of its room's package, and
 * surrounds itself with {@code @template.site.frame}. A form that posts has the hidden field {@code _csrf} with {@code
 * frame.csrfToken()}, shows its fields by {@code @template.site.field} in a {@code class="form"}, is read by {@link dev.broadsheet.site.Form}, and answers with another address and a flash message,
 * or with itself and its errors.
 */
@NullMarked
@ApplicationModule(
        displayName = "Site",
        allowedDependencies = {"installation"})
package dev.broadsheet.site;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
