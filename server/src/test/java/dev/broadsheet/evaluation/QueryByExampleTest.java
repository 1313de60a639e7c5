package dev.broadsheet.evaluation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.evaluation.JudgedCollection.Text;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class QueryByExampleTest {
    private static final List<Text> NUMBERED = List.of(
            text("1", "Wings in a slipstream", "Lift rises."),
            text("2", "Shear flow past a plate", "A shock curves."),
            text("3", "Heat in composite slabs", "Layers conduct."));

    @Test
    void anIdThatIsNoMereNumberTellsByItself() {
        List<Text> documents = List.of(text("a-7", "Graphs", ""), text("b_x", "Trees", ""));

        assertThat(QueryByExample.find(
                        documents,
                        List.of(
                                text("a-7", "", "quite other words"),
                                text("b_x", "", "of others"),
                                text("c", "", "graphs"))))
                .isEqualTo(Map.of("a-7", "a-7", "b_x", "b_x"));
    }

    @Test
    void thePartBeforeTheUnderscoreIsThePaperOfAFacet() {
        List<Text> documents = List.of(text("a-7", "Graphs", ""));

        assertThat(QueryByExample.find(documents, List.of(text("a-7_method", "", "x"), text("a-7_result_2", "", "y"))))
                .isEqualTo(Map.of("a-7_method", "a-7", "a-7_result_2", "a-7"));
    }

    @Test
    void queriesNumberedLikeDocumentsAreNoPapers() {
        assertThat(QueryByExample.find(
                        NUMBERED,
                        List.of(
                                text("1", "", "which similarity laws hold for heated models"),
                                text("2", "", "problems of high speed aircraft"),
                                text("3", "", "a flow past a plate"))))
                .isEmpty();
    }

    @Test
    void numberedQueriesThatMostlyRepeatTheirDocumentsAreThesePapers() {
        assertThat(QueryByExample.find(
                        NUMBERED,
                        List.of(
                                text("1", "", "wings in a slipstream"),
                                text("2_facet", "", "Past a plate: shear-flow, with a remark"),
                                text("3", "", "told in other words altogether"))))
                .isEqualTo(Map.of("1", "1", "2_facet", "2", "3", "3"));
    }

    @Test
    void amongQueriesNumberedLikeDocumentsOneMayStillRepeatItsOwn() {
        assertThat(QueryByExample.find(
                        NUMBERED,
                        List.of(
                                text("1", "", "which similarity laws hold"),
                                text("2", "", "shear flow past a plate"),
                                text("3", "", "aircraft at high speed"))))
                .isEqualTo(Map.of("2", "2"));
    }

    @Test
    void aQueryWithoutAWordIsNobody() {
        assertThat(QueryByExample.find(NUMBERED, List.of(text("1", "", "?!"), text("2", "", ""))))
                .isEmpty();
        assertThat(QueryByExample.find(List.of(), List.of(text("1", "", "x")))).isEmpty();
    }

    private static Text text(String id, String title, String text) {
        return new Text(id, title, text, List.of());
    }
}
