package dev.broadsheet.search.embedding;

import ai.djl.huggingface.tokenizers.jni.LibUtils;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.springframework.util.FileSystemUtils;

/**
 * Loads the native library of the DJL tokenizers on our terms. Left to itself it unpacks into the
 * user's home, asks the network for a build that suits the graphics card, and on a machine of Amazon's
 * reports its use to its makers.
 */
final class TokenizerLibrary {
    private static final String OFFLINE = "ai.djl.offline";
    private static final String ENGINE_FOLDER = "ENGINE_CACHE_DIR";
    private static final String COMMON_FOLDER = "DJL_CACHE_DIR";
    private static final String JNA_FOLDER = "jna.tmpdir";

    private static boolean isLoaded;

    private TokenizerLibrary() {}

    /**
     * Loads the library if this has not been done; the properties above are respected where the user
     * has set them.
     *
     * @throws IOException if there is no room to unpack it
     * @throws LinkageError if there is none for this operating system and processor
     */
    static synchronized void load() throws IOException {
        if (isLoaded) {
            return;
        }
        // Stays set: the library looks at it again whenever a vocabulary is read.
        setIfAbsent(OFFLINE, "true");
        // Readable and writable by nobody else: what lies in it is about to be executed.
        Path folder = Files.createTempDirectory("broadsheet-tokenizer");
        boolean folderIsOurs = !isSet(COMMON_FOLDER) && setIfAbsent(ENGINE_FOLDER, folder.toString());
        boolean jnaFolderIsOurs = setIfAbsent(JNA_FOLDER, folder.toString());
        // The library is looked up through the thread's loader, which on a pool's thread may not know our jar.
        ClassLoader before = Thread.currentThread().getContextClassLoader();
        Thread.currentThread().setContextClassLoader(TokenizerLibrary.class.getClassLoader());
        try {
            LibUtils.checkStatus();
            isLoaded = true;
        } finally {
            Thread.currentThread().setContextClassLoader(before);
            if (folderIsOurs) {
                System.clearProperty(ENGINE_FOLDER);
            }
            if (jnaFolderIsOurs) {
                System.clearProperty(JNA_FOLDER);
            }
            // What is loaded needs no file any more, so that not even a killed process leaves one behind;
            // Windows keeps it until its temporary folder is next cleaned.
            FileSystemUtils.deleteRecursively(folder.toFile());
        }
    }

    private static boolean setIfAbsent(String property, String value) {
        if (isSet(property)) {
            return false;
        }
        System.setProperty(property, value);
        return true;
    }

    private static boolean isSet(String name) {
        return System.getenv(name) != null || System.getProperty(name) != null;
    }
}
