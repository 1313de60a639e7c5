package dev.broadsheet.web.claim;

import dev.broadsheet.web.shared.Piece;
import java.util.List;

/**
 * The form on which somebody says which author of a paper they are.
 *
 * @param names of the authors, each once
 * @param likely the one who has the person's own name; empty where none has
 */
record NewClaimPage(String paper, List<Piece> title, List<String> names, String likely) {}
