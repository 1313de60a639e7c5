/** The ACL Anthology: the files from which it is made, one for each event and year. */
@NullMarked
package dev.broadsheet.source.acl;

import org.jspecify.annotations.NullMarked;
