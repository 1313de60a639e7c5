package dev.broadsheet.source.http;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpHeaders;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class AnswerCacheTest {
    @Test
    void theOnesNotAskedForLongestGiveWay() {
        AnswerCache kept = new AnswerCache(10_000);
        for (int i = 0; i < 3; i++) {
            kept.keep(at(i), answer(i, 2_000, "\"e\"", ""));
        }
        assertThat(kept.get(at(0))).isNotNull();
        kept.keep(at(3), answer(3, 2_000, "\"e\"", ""));
        assertThat(kept.get(at(0))).isNotNull();
        assertThat(kept.get(at(1))).isNull();
        assertThat(kept.get(at(2))).isNotNull();
        assertThat(kept.get(at(3))).isNotNull();
    }

    @Test
    void aNewAnswerTakesThePlaceOfTheOldOne() {
        AnswerCache kept = new AnswerCache(10_000);
        for (int i = 0; i < 100; i++) {
            kept.keep(at(0), answer(0, 4_000, "\"" + i + "\"", ""));
        }
        kept.keep(at(1), answer(1, 2_000, "\"e\"", ""));
        AnswerCache.Kept last = kept.get(at(0));
        assertThat(last == null ? "" : last.entityTag()).isEqualTo("\"99\"");
        kept.keep(at(0), answer(0, 4_000, "", ""));
        assertThat(kept.get(at(0))).isNull();
        assertThat(kept.get(at(1))).isNotNull();
    }

    @Test
    void evenEmptyAnswersTakeRoom() {
        AnswerCache kept = new AnswerCache(10_000);
        for (int i = 0; i < 100; i++) {
            kept.keep(at(i), answer(i, 0, "\"e\"", ""));
        }
        assertThat(kept.get(at(50))).isNull();
        assertThat(kept.get(at(99))).isNotNull();
    }

    @Test
    void aVeryLargeAnswerIsNotKept() {
        AnswerCache kept = new AnswerCache();
        kept.keep(at(0), answer(0, AnswerCache.LARGEST, "\"e\"", ""));
        kept.keep(at(1), answer(1, AnswerCache.LARGEST + 1, "\"e\"", ""));
        assertThat(kept.get(at(0))).isNotNull();
        assertThat(kept.get(at(1))).isNull();
    }

    @Test
    void aDateIsReliedOnOnlyIfItIsOlderThanAMinute() {
        String sent = "Wed, 04 Mar 2026 10:00:00 GMT";
        String old = "Wed, 04 Mar 2026 09:59:00 GMT";
        assertThat(validators("Date", sent, "Last-Modified", old).lastModified())
                .isEqualTo(old);
        assertThat(validators("Date", sent, "Last-Modified", "Wed, 04 Mar 2026 09:59:01 GMT")
                        .lastModified())
                .isEmpty();
        assertThat(validators("Last-Modified", old).lastModified()).isEmpty();
        assertThat(validators("Date", sent, "Last-Modified", "lately").lastModified())
                .isEmpty();
    }

    @Test
    void anEntityTagThatCannotBeSentBackIsNone() {
        assertThat(validators("ETag", "W/\"ok\"").entityTag()).isEqualTo("W/\"ok\"");
        assertThat(validators("ETag", "\"\u0007\"").entityTag()).isEmpty();
        assertThat(validators("ETag", "\"ä\"").entityTag()).isEmpty();
        assertThat(validators("ETag", "x".repeat(501)).entityTag()).isEmpty();
    }

    private static AnswerCache.Kept validators(String... headers) {
        Map<String, List<String>> all = new TreeMap<>(Map.of("Content-Length", List.of("0")));
        for (int i = 0; i < headers.length; i += 2) {
            all.put(headers[i], List.of(headers[i + 1]));
        }
        return Validators.of(answer(0, 0, "", "").answer(), HttpHeaders.of(all, (name, value) -> true));
    }

    private static AnswerCache.Kept answer(int number, int size, String entityTag, String lastModified) {
        return new AnswerCache.Kept(new Answer(at(number), "", new byte[size], Instant.EPOCH), entityTag, lastModified);
    }

    private static URI at(int number) {
        return URI.create("http://papers.example/" + number);
    }
}
