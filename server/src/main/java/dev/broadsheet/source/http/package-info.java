/**
 * Asking other people's servers, politely: one request at a time for each host, its pause and
 * quota kept, and nobody asked who is not configured. It must not know what the answers mean.
 */
@NullMarked
package dev.broadsheet.source.http;

import org.jspecify.annotations.NullMarked;
