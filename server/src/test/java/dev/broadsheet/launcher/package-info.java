/** The scripts at the root of the checkout, tried on machines that have little. */
@NullMarked
package dev.broadsheet.launcher;

import org.jspecify.annotations.NullMarked;
