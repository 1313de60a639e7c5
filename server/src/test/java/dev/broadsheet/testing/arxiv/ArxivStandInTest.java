package dev.broadsheet.testing.arxiv;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** That the stand-in says the truth when it behaves, and not when it does not. */
class ArxivStandInTest {
    private static final LocalDate FIRST = LocalDate.of(2026, 3, 2);
    private static final LocalDate THURSDAY = LocalDate.of(2026, 3, 12);
    private static final Instant NOON = THURSDAY.atTime(16, 0).toInstant(ZoneOffset.UTC);

    private final ArxivList list =
            ArxivMonth.generate(7, FIRST, LocalDate.of(2026, 3, 20), 40, new ArxivDays(Set.of()));
    private final HttpClient client = HttpClient.newHttpClient();
    private ArxivStandIn server;

    @BeforeEach
    void start() throws IOException {
        server = new ArxivStandIn(0, list, Clock.fixed(NOON, ZoneOffset.UTC), 10, true, 1);
    }

    @AfterEach
    void stop() {
        server.close();
        client.close();
    }

    @Test
    void aListingHasWhatChangedInItsDays() throws IOException, InterruptedException {
        Set<String> listed = new TreeSet<>();
        String body = get(server.oai() + "?verb=ListRecords&metadataPrefix=arXivRaw&set=cs:cs:AI&from=2026-03-12");
        int pages = 1;
        while (!token(body).isEmpty()) {
            listed.addAll(all("<identifier>oai:arXiv.org:(.*?)</identifier>", body));
            body = get(server.oai() + "?verb=ListRecords&resumptionToken="
                    + token(body).replace("|", "%7C"));
            pages++;
        }
        listed.addAll(all("<identifier>oai:arXiv.org:(.*?)</identifier>", body));

        assertThat(pages).isGreaterThan(1);
        assertThat(body).contains("completeListSize=\"" + listed.size() + "\"");
        assertThat(listed).containsAll(list.announced("cs.AI", THURSDAY)).hasSizeGreaterThan(10);
    }

    @Test
    void aFeedHasTheListingOfItsDate() throws IOException, InterruptedException {
        String body = get(server.feeds() + "cs.AI");
        Set<String> announced = new TreeSet<>();
        Matcher entry = Pattern.compile("<id>oai:arXiv.org:(.*?)v\\d+</id>.*?announce_type>(.*?)<", Pattern.DOTALL)
                .matcher(body);
        while (entry.find()) {
            if (!entry.group(2).startsWith("replace")) {
                announced.add(entry.group(1));
            }
        }

        assertThat(announced).isEqualTo(list.announced("cs.AI", THURSDAY)).hasSizeGreaterThan(10);
        assertThat(body).contains("<published>2026-03-12T00:00:00-04:00</published>");
        assertThat(get(server.feeds().resolve("/rss/cs.AI").toString()))
                .contains("<pubDate>Thu, 12 Mar 2026 00:00:00 -0400</pubDate>");
    }

    @Test
    void theSearchKnowsIdsAndQueries() throws IOException, InterruptedException {
        ArxivPaper paper = list.papers().stream()
                .filter(one -> one.stages().getFirst().day().equals(THURSDAY))
                .findFirst()
                .orElseThrow();

        assertThat(get(server.api() + "?id_list=" + paper.id() + ",9901.00001"))
                .contains("abs/" + paper.id() + "v1<")
                .contains("<opensearch:totalResults>1<");
        assertThat(get(server.api()
                        + "?search_query=cat:cs.AI+AND+submittedDate:[202603110000+TO+202603112359]"
                                .replace("[", "%5B")
                                .replace("]", "%5D")
                        + "&max_results=3"))
                .containsPattern("totalResults>\\d\\d<")
                .contains("<published>2026-03-11T");
        assertThat(send(server.api() + "?id_list=abc").body()).contains("incorrect id format for abc");
    }

    @Test
    void whatIsNotAnnouncedYetIsNotThere() throws IOException, InterruptedException {
        LocalDate friday = THURSDAY.plusDays(1);

        assertThat(list.announced("cs.AI", friday)).isNotEmpty();
        assertThat(get(server.oai() + "?verb=ListRecords&metadataPrefix=arXiv&from=" + friday + "&until=" + friday))
                .contains("noRecordsMatch");
        assertThat(get(server.oai() + "?verb=ListRecords&resumptionToken=nonsense"))
                .contains("badResumptionToken");
        assertThat(get(server.oai() + "?verb=ListRecords&metadataPrefix=arXiv&from=yesterday"))
                .contains("badArgument");
    }

    @Test
    void anAnswerCanBeCutOff() {
        server.chance(Mischief.DROPPED_CONNECTION, 1);
        assertThatThrownBy(() -> get(server.feeds() + "cs.AI")).isInstanceOf(IOException.class);
        assertThat(server.done()).containsKey(Mischief.DROPPED_CONNECTION);
    }

    @Test
    void anAnswerCanBeOtherwiseWrong() throws IOException, InterruptedException {
        server.chance(Mischief.BUSY, 1);
        assertThat(send(server.oai() + "?verb=Identify").statusCode()).isEqualTo(503);
        server.behave();
        server.chance(Mischief.HTML, 1);
        assertThat(get(server.oai() + "?verb=Identify")).startsWith("<!DOCTYPE html>");
        server.behave();
        server.chance(Mischief.YESTERDAYS_ENTRIES, 1);
        assertThat(get(server.feeds() + "cs.AI"))
                .contains("2026-03-12T00:00:00")
                .contains(list.announced("cs.AI", THURSDAY.minusDays(1))
                        .iterator()
                        .next());
        server.behave();
        assertThat(get(server.oai() + "?verb=Identify")).contains("<granularity>YYYY-MM-DD");
    }

    private String get(String address) throws IOException, InterruptedException {
        HttpResponse<String> response = send(address);
        assertThat(response.statusCode()).as(response.body()).isEqualTo(200);
        return response.body();
    }

    private HttpResponse<String> send(String address) throws IOException, InterruptedException {
        return client.send(
                HttpRequest.newBuilder(URI.create(address))
                        .timeout(Duration.ofMinutes(1))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private static String token(String body) {
        return all("<resumptionToken[^>]*>([^<]+)<", body).stream().findFirst().orElse("");
    }

    private static Set<String> all(String pattern, String body) {
        Set<String> all = new TreeSet<>();
        Matcher matcher = Pattern.compile(pattern).matcher(body);
        while (matcher.find()) {
            all.add(matcher.group(1));
        }
        return all;
    }
}
