package dev.broadsheet.search.lucene;

import dev.broadsheet.search.engine.EngineContract;
import dev.broadsheet.search.engine.IndexStore;
import java.nio.file.Path;
import java.util.List;

class LuceneEngineContractTest extends EngineContract {
    @Override
    protected IndexStore indexes(Path folder, List<String> models) {
        return new LuceneIndexes(folder, models);
    }
}
