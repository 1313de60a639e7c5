/**
 * The preprint servers bioRxiv and medRxiv (https://api.biorxiv.org), which answer alike. It must not
 * know of other sources.
 */
@NullMarked
package dev.broadsheet.source.biorxiv;

import org.jspecify.annotations.NullMarked;
