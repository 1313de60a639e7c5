package dev.broadsheet.site;

import dev.broadsheet.installation.SettingsReader;
import java.net.URI;

/**
 * Where readers find this site: what links in mails, feeds and the terminal begin with. Never taken from what a request
 * says, which anybody can send. Thread-safe.
 */
public final class SiteAddress {
    private static final int USUAL_PORT = 8080;

    private final boolean set;
    private volatile String base;

    private SiteAddress(boolean set, String base) {
        this.set = set;
        this.base = base;
    }

    /** {@code site.address}; without it this machine's own address. */
    public static SiteAddress read(SettingsReader settings) {
        if (settings.text("site.address", "").isEmpty()) {
            return new SiteAddress(false, "http://localhost:" + USUAL_PORT);
        }
        URI address = settings.httpAddress("site.address", "");
        boolean more = address != null
                && (address.getRawQuery() != null
                        || address.getRawFragment() != null
                        || !address.getRawPath().matches("/*"));
        if (more) {
            settings.mistake("site.address", "ends with the host or the port; nothing follows it");
        }
        return new SiteAddress(true, String.valueOf(address).replaceAll("/+$", ""));
    }

    /** Tells where the server is found by this machine, for where the settings say nothing. */
    public void servedAt(String address) {
        if (!set) {
            base = address;
        }
    }

    /** The whole address of a path here, which begins with a slash. */
    public String of(String path) {
        return base + path;
    }

    /** As the settings say it, for the page that shows them. */
    @Override
    public String toString() {
        return base;
    }
}
