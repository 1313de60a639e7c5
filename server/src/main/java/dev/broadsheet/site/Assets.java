package dev.broadsheet.site;

import dev.broadsheet.installation.Digest;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Properties;

/**
 * Addresses of the files that pages load. Each names the file's content or version, so that
 * browsers may keep it for ever and still see a new one at once.
 */
final class Assets {
    private final String style = fingerprinted("site.css");
    private final String script = fingerprinted("site.js");
    private final String katex = "/webjars/katex/" + katexVersion() + "/dist/";

    /** The style sheet. */
    String style() {
        return style;
    }

    /** Our own script. */
    String script() {
        return script;
    }

    /** The style sheet of the mathematics. */
    String katexStyle() {
        return katex + "katex.min.css";
    }

    /** The script that sets mathematics. */
    String katexScript() {
        return katex + "katex.min.js";
    }

    private static String fingerprinted(String name) {
        try (InputStream file = resource("/static/" + name)) {
            return "/static/" + name + "?v=" + Digest.hex(file.readAllBytes(), 6);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String katexVersion() {
        try (InputStream file = resource("/META-INF/maven/org.webjars.npm/katex/pom.properties")) {
            Properties properties = new Properties();
            properties.load(file);
            return properties.getProperty("version");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static InputStream resource(String name) {
        InputStream file = Assets.class.getResourceAsStream(name);
        if (file == null) {
            throw new IllegalStateException("the program was built without its file " + name);
        }
        return file;
    }
}
