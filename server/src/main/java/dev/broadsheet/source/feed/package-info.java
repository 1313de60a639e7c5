/** Any Atom or RSS feed: a journal's, a laboratory's. It says what is new and not what it no longer lists. */
@NullMarked
package dev.broadsheet.source.feed;

import org.jspecify.annotations.NullMarked;
