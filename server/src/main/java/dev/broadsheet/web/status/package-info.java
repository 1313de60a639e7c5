/** The status page and the pages of the live sources, with their JSON twins. */
@NullMarked
package dev.broadsheet.web.status;

import org.jspecify.annotations.NullMarked;
