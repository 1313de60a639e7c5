/**
 * The Open Archives protocol for metadata harvesting (OAI-PMH 2.0), for any repository that speaks
 * it. It must not know what one repository means by its sets and dates; who does gives an {@link
 * dev.broadsheet.source.oai.OaiReader}.
 */
@NullMarked
package dev.broadsheet.source.oai;

import org.jspecify.annotations.NullMarked;
