package dev.broadsheet.search.engine;

import java.nio.file.Path;
import java.util.List;

class MemoryEngineTest extends EngineContract {
    @Override
    protected IndexStore indexes(Path folder, List<String> models) {
        return new MemoryIndexes();
    }
}
