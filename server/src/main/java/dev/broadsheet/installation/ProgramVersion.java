package dev.broadsheet.installation;

import java.io.IOException;
import java.io.InputStream;
import java.util.Properties;

/** The version of the running program, as the build wrote it down. */
public final class ProgramVersion {
    private static final String RESOURCE = "/broadsheet-version.properties";

    private ProgramVersion() {}

    /** For instance {@code 0.1.0}. */
    public static String current() {
        try (InputStream in = ProgramVersion.class.getResourceAsStream(RESOURCE)) {
            Properties properties = new Properties();
            if (in != null) {
                properties.load(in);
            }
            return properties.getProperty("version", "unknown");
        } catch (IOException e) {
            return "unknown";
        }
    }
}
