package dev.broadsheet.testing;

import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.PlaywrightException;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A real Chromium without a window: the system's, else the one that {@code ./check} let Playwright fetch.
 * It is found, never downloaded.
 */
public final class Browser implements AutoCloseable {
    private final Playwright playwright;
    private final com.microsoft.playwright.Browser chromium;

    public Browser() {
        playwright = Playwright.create(
                new Playwright.CreateOptions().setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        BrowserType.LaunchOptions options =
                new BrowserType.LaunchOptions().setArgs(List.of("--no-sandbox", "--disable-dev-shm-usage"));
        executable().ifPresent(options::setExecutablePath);
        try {
            chromium = playwright.chromium().launch(options);
        } catch (PlaywrightException e) {
            playwright.close();
            throw new IllegalStateException(
                    "These tests need Chromium and could start none. ./check brings one; or name one with"
                            + " -Dchromium=FILE or the environment variable CHROMIUM.",
                    e);
        }
    }

    public com.microsoft.playwright.Browser chromium() {
        return chromium;
    }

    @Override
    public void close() {
        chromium.close();
        playwright.close();
    }

    /** The system's; empty leaves it to Playwright to look where it puts its own. */
    private static Optional<Path> executable() {
        String path = Objects.requireNonNullElse(System.getenv("PATH"), "");
        return Stream.concat(
                        Stream.of(System.getProperty("chromium"), System.getenv("CHROMIUM"))
                                .filter(Objects::nonNull),
                        Stream.of("chromium", "chromium-browser", "google-chrome")
                                .flatMap(name -> Stream.of(path.split(File.pathSeparator))
                                        .map(folder -> folder + File.separator + name)))
                .map(Path::of)
                .filter(Files::isExecutable)
                .findFirst();
    }
}
