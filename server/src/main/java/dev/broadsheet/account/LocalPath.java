package dev.broadsheet.account;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Optional;

/** Tells addresses of this site from all others, so that a link that somebody made leads nobody elsewhere. */
public final class LocalPath {
    private static final int LONGEST = 2000;

    private LocalPath() {}

    /** The address, if it is a path of ours, with or without a query. */
    public static Optional<String> of(String address) {
        boolean path = address.startsWith("/")
                && !address.startsWith("//")
                && address.length() <= LONGEST
                && address.chars().allMatch(c -> c > ' ' && c < 0x7f && c != '\\');
        return path && isReadable(address) ? Optional.of(address) : Optional.empty();
    }

    /** The path and query of a whole address, if it lies at this origin. */
    static Optional<String> of(String address, String origin) {
        return address.startsWith(origin + "/") ? of(address.substring(origin.length())) : Optional.empty();
    }

    private static boolean isReadable(String address) {
        try {
            URI uri = new URI(address);
            return uri.getScheme() == null && uri.getRawAuthority() == null;
        } catch (URISyntaxException e) {
            return false;
        }
    }
}
