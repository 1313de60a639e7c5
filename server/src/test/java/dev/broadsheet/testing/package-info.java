/** What the tests of several rooms share: invented papers, a fake search, a running server, a browser. */
@NullMarked
package dev.broadsheet.testing;

import org.jspecify.annotations.NullMarked;
