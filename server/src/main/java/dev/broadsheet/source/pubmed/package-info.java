/** PubMed through NCBI's E-utilities: what a search finds, by the day on which it entered PubMed. */
@NullMarked
package dev.broadsheet.source.pubmed;

import org.jspecify.annotations.NullMarked;
