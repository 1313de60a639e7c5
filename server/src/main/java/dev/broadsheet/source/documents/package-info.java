/**
 * Reading a place document by document: addresses, documents that are not what was asked for, and
 * where to go on. It must not know any one service.
 */
@NullMarked
package dev.broadsheet.source.documents;

import org.jspecify.annotations.NullMarked;
