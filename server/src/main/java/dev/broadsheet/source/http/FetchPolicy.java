package dev.broadsheet.source.http;

import dev.broadsheet.source.HostRule;
import java.time.Duration;

/**
 * How this program asks any host; what a certain host wants beyond that is its {@link HostRule}.
 *
 * @param userAgent who we are, as the header says it
 * @param timeLimit for one request, from its start to the last byte of the answer
 * @param largestBody in bytes, packed as well as unpacked
 * @param backOff the longest wait before the first repetition; doubles with each further one
 * @param patience the longest wait a host may ask for before a repetition; if it asks for more, the
 *     request fails and the host is left alone until then
 */
public record FetchPolicy(String userAgent, Duration timeLimit, int largestBody, Duration backOff, Duration patience) {
    /**
     * The usual policy.
     *
     * @param version of this program
     * @param contact an address (mail or web) under which hosts reach whoever runs this server; may
     *     be empty
     */
    public static FetchPolicy usual(String version, String contact) {
        return new FetchPolicy(
                userAgent(version, contact),
                Duration.ofMinutes(2),
                64 << 20,
                Duration.ofSeconds(4),
                Duration.ofMinutes(5));
    }

    private static String userAgent(String version, String contact) {
        String printable = contact.strip().replaceAll("[^\\x20-\\x7e]", "?");
        if (printable.isEmpty()) {
            return "Broadsheet/" + version;
        }
        // Crossref and others look for this word to tell whom they may write to.
        boolean mail = printable.contains("@") && !printable.contains(":");
        return "Broadsheet/" + version + " (+" + (mail ? "mailto:" : "") + printable + ")";
    }
}
