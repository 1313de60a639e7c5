package dev.broadsheet.web.status;

import dev.broadsheet.address.Addresses;
import dev.broadsheet.ingest.LedgerDay;
import dev.broadsheet.ops.SourceReport;
import dev.broadsheet.paper.Identifiers;
import dev.broadsheet.site.NamedLink;
import dev.broadsheet.web.shared.DisplayFormat;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A source's days in full.
 *
 * @param mistake what could not be read of the days asked for, null if nothing
 * @param from the first day shown, as written in addresses
 * @param until the last day shown
 * @param json the address of the same as JSON
 */
record SourcePage(
        SourceCalendar source, @Nullable String mistake, String from, String until, String json, List<Entry> entries) {

    /**
     * A part on a day, or a day of which the same is to be said of all parts.
     *
     * @param part empty for all
     * @param announced how many, empty while it was not counted
     * @param origins who counted
     * @param missing the papers known to be missing, with an address where there is one
     * @param unnamed how many more are missing
     */
    record Entry(
            String day,
            String part,
            String announced,
            String received,
            String repaired,
            Sign sign,
            @Nullable String remark,
            String origins,
            @Nullable String counted,
            List<NamedLink> missing,
            int unnamed) {}

    static SourcePage of(SourceReport report, @Nullable String mistake) {
        List<Entry> entries = new ArrayList<>();
        for (List<LedgerDay> parts : report.latestFirst().values()) {
            if (SourceCalendar.isAlike(parts)) {
                entries.add(alike(parts.getFirst()));
            } else {
                parts.forEach(part -> entries.add(entry(part)));
            }
        }
        return new SourcePage(
                SourceCalendar.of(report),
                mistake,
                report.from().toString(),
                report.until().toString(),
                Addresses.sourceJson(report.name(), report.from(), report.until()),
                entries);
    }

    private static Entry alike(LedgerDay day) {
        return new Entry(DisplayFormat.date(day.day()), "", "", "", "", Sign.of(day), null, "", null, List.of(), 0);
    }

    private static Entry entry(LedgerDay day) {
        return new Entry(
                DisplayFormat.date(day.day()),
                day.part(),
                day.expected() == null ? "" : DisplayFormat.number((long) day.received() + day.missingCount()),
                DisplayFormat.number(day.received()),
                DisplayFormat.number(day.repaired()),
                Sign.of(day),
                day.verdict() == LedgerDay.Verdict.QUIET ? null : day.remark(),
                String.join(", ", day.origins()),
                day.checkedAt() == null ? null : SourceReport.moment(day.checkedAt()),
                day.missing().stream().map(SourcePage::link).toList(),
                Math.max(0, day.missingCount() - day.missing().size()));
    }

    private static NamedLink link(String name) {
        return Identifiers.recognise(name)
                .map(identifier -> switch (identifier.scheme()) {
                    case ARXIV -> new NamedLink(name, Addresses.arxiv(identifier.name()));
                    case DOI -> new NamedLink(name, Addresses.doi(identifier.name()));
                    default -> new NamedLink(name, "");
                })
                .orElse(new NamedLink(name, ""));
    }
}
