package dev.broadsheet.testing.arxiv;

import dev.broadsheet.testing.arxiv.ArxivList.Item;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeParseException;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The OAI-PMH server: everything by sets and datestamps. */
final class OaiService {
    /** From the announcement to the new datestamps. */
    private static final Duration DELAY = Duration.ofMinutes(150);

    private static final LocalDate EARLIEST = LocalDate.of(2005, 9, 16);
    private static final Set<String> FORMATS = Set.of("arXiv", "arXivRaw");
    private static final Set<String> LIST_ARGUMENTS =
            Set.of("verb", "metadataPrefix", "set", "from", "until", "resumptionToken");

    private final ArxivList list;
    private final Mood mood;
    private final int pageSize;
    private final boolean counting;

    /** @param counting whether tokens tell the size of the whole list; arXiv's did for long, and do not any more */
    OaiService(ArxivList list, Mood mood, int pageSize, boolean counting) {
        this.list = list;
        this.mood = mood;
        this.pageSize = pageSize;
        this.counting = counting;
    }

    StandInReply answer(QueryParameters parameters, Instant now, @Nullable Mischief mischief) {
        if (parameters.repeated()) {
            return error(now, "badArgument", "An argument is repeated.");
        }
        return switch (parameters.get("verb")) {
            case "Identify" -> identify(now);
            case "GetRecord" -> getRecord(parameters, now);
            case "ListRecords" -> listRecords(parameters, now, mischief);
            default -> error(now, "badVerb", "There is no such verb.");
        };
    }

    private StandInReply identify(Instant now) {
        Xml xml = start(now);
        xml.open("Identify").element("repositoryName", "arXiv");
        xml.element("baseURL", "http://localhost/oai").element("protocolVersion", "2.0");
        xml.element("adminEmail", "nobody@localhost").element("earliestDatestamp", EARLIEST.toString());
        xml.element("deletedRecord", "persistent").element("granularity", "YYYY-MM-DD");
        return StandInReply.xml(xml.close("Identify").close("OAI-PMH"));
    }

    private StandInReply getRecord(QueryParameters parameters, Instant now) {
        String prefix = parameters.get("metadataPrefix");
        if (!FORMATS.contains(prefix)) {
            return error(now, "cannotDisseminateFormat", "There is no such format.");
        }
        String id = parameters.get("identifier").replace("oai:arXiv.org:", "");
        Optional<Item> item = records(now).filter(one -> one.id().equals(id)).findAny();
        if (item.isEmpty()) {
            return error(now, "idDoesNotExist", "There is no such record.");
        }
        Xml xml = start(now).open("GetRecord");
        OaiFormat.record(xml, item.get(), prefix);
        return StandInReply.xml(xml.close("GetRecord").close("OAI-PMH"));
    }

    private StandInReply listRecords(QueryParameters parameters, Instant now, @Nullable Mischief mischief) {
        if (!LIST_ARGUMENTS.containsAll(parameters.values().keySet())) {
            return error(now, "badArgument", "There is an argument that does not belong here.");
        }
        String given = parameters.get("resumptionToken");
        if (!given.isEmpty()) {
            if (parameters.values().size() != 2) {
                return error(now, "badArgument", "A resumption token stands alone.");
            }
            Optional<OaiToken> token = OaiToken.parse(given).filter(one -> good(one, now));
            return token.isEmpty() || mischief == Mischief.EXPIRED_TOKEN
                    ? error(now, "badResumptionToken", "The token is unknown or expired.")
                    : page(token.get(), now, mischief);
        }
        String prefix = parameters.get("metadataPrefix");
        if (!FORMATS.contains(prefix)) {
            return prefix.isEmpty()
                    ? error(now, "badArgument", "metadataPrefix is missing.")
                    : error(now, "cannotDisseminateFormat", "There is no such format.");
        }
        try {
            LocalDate from = date(parameters.get("from"), EARLIEST);
            LocalDate until = date(parameters.get("until"), today(now));
            if (from.isAfter(until)) {
                return error(now, "badArgument", "from is after until.");
            }
            return page(new OaiToken(prefix, parameters.get("set"), from, until, 0, today(now), 0), now, mischief);
        } catch (DateTimeParseException e) {
            return error(now, "badArgument", "A date is malformed.");
        }
    }

    private StandInReply page(OaiToken token, Instant now, @Nullable Mischief mischief) {
        List<Item> all = records(now)
                .filter(item -> !item.stage().day().isBefore(token.from())
                        && !item.stage().day().isAfter(token.until()))
                .filter(item -> token.set().isEmpty()
                        || OaiFormat.sets(item.stage().said().categories()).contains(token.set()))
                .toList();
        if (all.size() <= token.skip()) {
            return token.skip() == 0
                    ? error(now, "noRecordsMatch", "Nothing matches.")
                    : error(now, "badResumptionToken", "The token points beyond the end.");
        }
        int from = token.skip();
        int next = from + pageSize;
        OaiToken following = token.skipping(next);
        if (token.endless() > 0 || mischief == Mischief.ENDLESS_TOKEN) {
            following = token.oneMoreOfMany();
        } else if (mischief == Mischief.REPEATED_PAGE && from > 0) {
            from = Math.max(0, from - pageSize);
            following = mood.dice(2) == 0 ? token : following;
        } else if (mischief == Mischief.OMITTED_PAGE) {
            following = token.skipping(next + pageSize);
        }
        Xml xml = start(now).open("ListRecords");
        all.stream().skip(from).limit(pageSize).forEach(item -> OaiFormat.record(xml, item, token.prefix()));
        boolean more = following.skip() < all.size();
        if (more || token.skip() > 0) {
            token(xml, more ? following.toString() : "", token.skip(), all.size());
        }
        return StandInReply.xml(xml.close("ListRecords").close("OAI-PMH"));
    }

    private void token(Xml xml, String token, int cursor, int size) {
        if (counting) {
            xml.element(
                    "resumptionToken",
                    token,
                    "cursor",
                    String.valueOf(cursor),
                    "completeListSize",
                    String.valueOf(size));
        } else if (token.isEmpty()) {
            xml.empty("resumptionToken");
        } else {
            xml.element("resumptionToken", token);
        }
    }

    private java.util.stream.Stream<Item> records(Instant now) {
        return list.records(list.days().latest(now, DELAY)).stream()
                .filter(item -> !mood.omits(Mood.Service.OAI, item.id(), today(now)));
    }

    /** A listing without end ends when the server behaves again. */
    private boolean good(OaiToken token, Instant now) {
        return token.issued().equals(today(now)) && (token.endless() == 0 || mood.may(Mischief.ENDLESS_TOKEN));
    }

    private static LocalDate today(Instant now) {
        return now.atOffset(ZoneOffset.UTC).toLocalDate();
    }

    private static LocalDate date(String text, LocalDate fallback) {
        return text.isEmpty() ? fallback : LocalDate.parse(text);
    }

    private static StandInReply error(Instant now, String code, String message) {
        return StandInReply.xml(
                start(now).element("error", message, "code", code).close("OAI-PMH"));
    }

    private static Xml start(Instant now) {
        return new Xml()
                .open(
                        "OAI-PMH",
                        "xmlns",
                        "http://www.openarchives.org/OAI/2.0/",
                        "xmlns:xsi",
                        "http://www.w3.org/2001/XMLSchema-instance",
                        "xsi:schemaLocation",
                        "http://www.openarchives.org/OAI/2.0/ http://www.openarchives.org/OAI/2.0/OAI-PMH.xsd")
                .element(
                        "responseDate",
                        now.truncatedTo(java.time.temporal.ChronoUnit.SECONDS).toString())
                .element("request", "http://localhost/oai");
    }
}
