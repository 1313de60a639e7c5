package dev.broadsheet.api;

import com.fasterxml.jackson.annotation.JsonUnwrapped;

/**
 * A paper near to examples.
 *
 * @param similarity the mean of the models' cosines
 */
record RelatedItem(@JsonUnwrapped ListItem item, double similarity) {}
