package dev.broadsheet.database;

import static org.assertj.core.api.Assertions.assertThat;

import dev.broadsheet.installation.SettingInForce;
import dev.broadsheet.installation.SettingsReader;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class DatabaseSettingsTest {
    @Test
    void aPasswordInTheAddressIsUsedAndNotShown() {
        String url = "jdbc:postgresql://db.example.org/papers?user=ada&password=hush-hush";
        List<String> mistakes = new ArrayList<>();
        SettingsReader reader = SettingsReader.of(Map.of("database.url", url), mistakes);

        DatabaseSettings settings = DatabaseSettings.read(reader);

        assertThat(mistakes).isEmpty();
        assertThat(settings.url()).isEqualTo(url);
        assertThat(settings.toString()).doesNotContain("hush-hush");
        assertThat(reader.inForce())
                .contains(new SettingInForce("database.url", "jdbc:postgresql://db.example.org/papers", true));
        assertThat(reader.inForce().toString()).doesNotContain("hush-hush");
    }
}
