/** Hugging Face's daily lists: which papers stood on them, and how many votes they had. */
@NullMarked
package dev.broadsheet.source.huggingface;

import org.jspecify.annotations.NullMarked;
