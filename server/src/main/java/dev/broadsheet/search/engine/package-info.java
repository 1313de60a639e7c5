/**
 * What search asks of an engine: an {@link dev.broadsheet.search.engine.IndexStore} of
 * {@link dev.broadsheet.search.engine.PaperIndex indexes}, and the {@link dev.broadsheet.search.engine.EngineView views}
 * that candidates are read from. Papers are known by their numbers. It must not know any engine, nor how candidates are
 * ranked or shown.
 */
@NullMarked
package dev.broadsheet.search.engine;

import org.jspecify.annotations.NullMarked;
