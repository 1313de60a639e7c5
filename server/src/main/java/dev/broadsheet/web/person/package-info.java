/**
 * The pages of people and of authors, where what several rooms keep of somebody comes together. What a person does not
 * show appears on none of them but their own.
 */
@NullMarked
package dev.broadsheet.web.person;

import org.jspecify.annotations.NullMarked;
