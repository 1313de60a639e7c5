package dev.broadsheet.paper;

import dev.broadsheet.text.TitleKey;
import org.jspecify.annotations.Nullable;

/**
 * Metadata with what the catalogue stores beside them, worked out ahead so that it costs the one
 * writing thread nothing. Immutable.
 *
 * @param titleKey {@link TitleKey#joined} of the title
 * @param mainTitleKey {@link TitleKey#indexedMain} of the title
 * @param json {@link PaperJson#write} of the metadata
 */
public record CataloguePaper(
        Metadata metadata, String titleKey, @Nullable String mainTitleKey, String json) {
    public static CataloguePaper of(Metadata metadata) {
        return new CataloguePaper(
                metadata,
                TitleKey.joined(metadata.title()),
                TitleKey.indexedMain(metadata.title()),
                PaperJson.write(metadata));
    }
}
