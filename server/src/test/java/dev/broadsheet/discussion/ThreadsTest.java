package dev.broadsheet.discussion;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.discussion.Comment.State;
import dev.broadsheet.discussion.CommentRows.Outline;
import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

class ThreadsTest {
    private static final List<Outline> SIX =
            List.of(comment(1, 0), comment(2, 0), comment(3, 1), comment(4, 2), comment(5, 3), comment(6, 1));

    @Test
    void answersStandBelowWhatTheyAnswer() {
        assertThat(read(Threads.of(SIX, comment -> true, false)))
                .containsExactly("1@0", "3@1", "5@2", "6@1", "2@0", "4@1");
    }

    @Test
    void newestFirstTurnsThreadsRoundNotAnswers() {
        assertThat(read(Threads.of(SIX, comment -> true, true)))
                .containsExactly("2@0", "4@1", "1@0", "3@1", "5@2", "6@1");
    }

    @Test
    void whatIsGoneStaysForItsAnswersOnly() {
        assertThat(read(Threads.of(SIX, comment -> comment.number() == 5, false)))
                .containsExactly("(1)@0", "(3)@1", "5@2");
        assertThat(read(Threads.of(SIX, comment -> false, false))).isEmpty();
    }

    @Test
    void aThreadMayBeAsDeepAsItHasComments() {
        List<Outline> deep = LongStream.rangeClosed(1, 50_000)
                .mapToObj(number -> comment(number, number - 1))
                .toList();

        assertThat(read(Threads.of(deep, comment -> true, false)))
                .hasSize(50_000)
                .endsWith("50000@49999");
    }

    @Test
    void manyThreadsStandOnSeveralPages() {
        Threads threads = Threads.of(
                LongStream.rangeClosed(1, 120)
                        .mapToObj(number -> comment(number, 0))
                        .toList(),
                comment -> true,
                false);

        assertThat(threads.pages()).isEqualTo(3);
        assertThat(threads.page(3)).hasSize(20);
        assertThat(threads.page(99)).isEqualTo(threads.page(3));
        assertThat(threads.pageOf(50)).isEqualTo(1);
        assertThat(threads.pageOf(51)).isEqualTo(2);
        assertThat(threads.pageOf(121)).isZero();
    }

    private static Outline comment(long number, long parent) {
        return new Outline(number, 1L, parent == 0 ? null : parent, State.SHOWN);
    }

    private static List<String> read(Threads threads) {
        return threads.threads().stream()
                .flatMap(List::stream)
                .map(place -> (place.visible() ? "%d@%d" : "(%d)@%d")
                        .formatted(place.comment().number(), place.depth()))
                .toList();
    }
}
