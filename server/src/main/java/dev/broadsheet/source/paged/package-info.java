/**
 * The one way to read a place page by page: days listed as pages, single records by name, where to go
 * on, answers that are not what was asked for. It must not know any one service.
 */
@NullMarked
package dev.broadsheet.source.paged;

import org.jspecify.annotations.NullMarked;
