package dev.broadsheet.site;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What surrounds the content of a page, for one request. For the thread that renders it. */
public final class Frame {
    private final Assets assets;
    private final Edition edition;
    private final Navigation navigation;
    private final Page page;
    private final @Nullable Request request;

    /** @param request null for what is refused before it is understood */
    Frame(Assets assets, Edition edition, Navigation navigation, Page page, @Nullable Request request) {
        this.assets = assets;
        this.edition = edition;
        this.navigation = navigation;
        this.page = page;
        this.request = request;
    }

    Assets assets() {
        return assets;
    }

    Edition edition() {
        Masthead own = page.masthead();
        return own == null ? edition : own.edition();
    }

    /** Where the masthead leads. */
    NamedLink home() {
        Masthead own = page.masthead();
        return own == null ? navigation.home() : own.home();
    }

    Navigation navigation() {
        return navigation;
    }

    Page page() {
        return page;
    }

    List<Tab> tabs() {
        return page.tabs() == null ? navigation.tabs() : page.tabs();
    }

    /** Of all that is written around the content, as in {@code <html lang>}. */
    String language() {
        return request == null ? "en" : request.language().toLanguageTag();
    }

    /** Who reads. */
    public Reader reader() {
        return request == null ? Reader.ANONYMOUS : request.reader();
    }

    /** What stands in the masthead for this reader. */
    List<NamedLink> personal() {
        return navigation.personal().stream()
                .flatMap(links -> links.apply(reader()).stream())
                .toList();
    }

    /** What is to be told once, or null. Asking for it makes the page this reader's own. */
    @Nullable String flash() {
        return request == null ? null : request.flash();
    }

    /** For the field {@code _csrf} of every form that posts. Asking for it makes the page this reader's own. */
    public String csrfToken() {
        return request == null ? "" : request.csrfToken();
    }
}
