package dev.broadsheet.paper;

/**
 * Metadata with what the catalogue stores beside them, worked out ahead so that it costs the one
 * writing thread nothing. Immutable.
 *
 * @param titleKey {@link TitleKey#joined} of the title
 * @param json {@link PaperJson#write} of the metadata
 */
public record CataloguePaper(Metadata metadata, String titleKey, String json) {
    public static CataloguePaper of(Metadata metadata) {
        return new CataloguePaper(metadata, TitleKey.joined(metadata.title()), PaperJson.write(metadata));
    }
}
