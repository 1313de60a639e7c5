package dev.broadsheet.search.embedding;

import ai.onnxruntime.OrtEnvironment;
import ai.onnxruntime.OrtException;
import java.lang.foreign.Arena;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.lang.invoke.MethodHandle;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Starts ONNX Runtime without its telemetry. Since 1.29.0 the official builds for Linux and macOS report
 * their use to their makers, keep an identifier in the user's home, and can bring the whole process down
 * while they start to (microsoft/onnxruntime issue 32173). The one way to have none of this is an
 * environment variable that is there before the library is loaded.
 */
final class OnnxRuntime {
    static final String NO_TELEMETRY = "ORT_DISABLE_TELEMETRY";

    private static @Nullable OrtEnvironment environment;

    private OnnxRuntime() {}

    /**
     * The one environment of this process, started by the first call; nothing else in the process may
     * start it.
     *
     * @throws LinkageError if there is no native library for this operating system and processor
     */
    static synchronized OrtEnvironment environment() throws OrtException {
        OrtEnvironment started = environment;
        if (started == null) {
            setEnvironmentVariable(NO_TELEMETRY, "1");
            started = OrtEnvironment.getEnvironment();
            // For Windows, where the events go to the operating system.
            started.setTelemetry(false);
            environment = started;
        }
        return started;
    }

    /**
     * Java cannot change its process's environment, so the C library is asked to. Windows has no such
     * function and needs none.
     */
    @SuppressWarnings("restricted")
    private static void setEnvironmentVariable(String name, String value) {
        Linker linker = Linker.nativeLinker();
        Optional<MemorySegment> function = linker.defaultLookup().find("setenv");
        if (function.isEmpty()) {
            return;
        }
        MethodHandle setenv = linker.downcallHandle(
                function.get(),
                FunctionDescriptor.of(
                        ValueLayout.JAVA_INT, ValueLayout.ADDRESS, ValueLayout.ADDRESS, ValueLayout.JAVA_INT));
        try (Arena arena = Arena.ofConfined()) {
            int failure = (int) setenv.invokeExact(arena.allocateFrom(name), arena.allocateFrom(value), 1);
            if (failure != 0) {
                throw new EmbeddingException("The environment variable " + name + " could not be set", null);
            }
        } catch (RuntimeException | Error e) {
            throw e;
        } catch (Throwable e) {
            throw new AssertionError("a C function throws no exception", e);
        }
    }
}
