package dev.broadsheet.web.status;

import dev.broadsheet.ingest.LedgerDay;
import dev.broadsheet.web.shared.DisplayFormat;
import java.util.Objects;

/**
 * A verdict of the ledger as it is shown: a sign and words, so that no colour is needed to read it.
 *
 * @param tone the name of a style: good, trouble, question, or calm
 */
record Sign(String sign, String words, String tone) {
    static Sign of(LedgerDay day) {
        return switch (day.verdict()) {
            case OPEN -> new Sign("○", "not counted yet", "calm");
            case COMPLETE -> new Sign("✓", "complete", "good");
            case MISSING -> new Sign("!", DisplayFormat.number(day.missingCount()) + " missing", "trouble");
            case NOTHING -> new Sign("!", "nothing announced — unusual", "trouble");
            case FEW -> new Sign("?", "fewer than usual", "question");
            case QUIET -> new Sign("–", Objects.requireNonNullElse(day.remark(), "nothing announced"), "calm");
        };
    }
}
