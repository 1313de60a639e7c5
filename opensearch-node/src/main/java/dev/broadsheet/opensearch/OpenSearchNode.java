package dev.broadsheet.opensearch;

import java.io.IOException;
import java.io.OutputStream;
import org.codelibs.opensearch.runner.OpenSearchRunner;

/**
 * One OpenSearch node. It answers HTTP at 127.0.0.1, keeps what it is given in a folder, and ends when
 * its standard input does: it does not outlive the program that started it.
 *
 * <p>Arguments: the folder, the port, and one more free port that it keeps to itself.
 */
public final class OpenSearchNode {
    private OpenSearchNode() {}

    public static void main(String[] arguments) throws IOException {
        String folder = arguments[0];
        int port = Integer.parseInt(arguments[1]);
        String transport = arguments[2];
        try (OpenSearchRunner runner = new OpenSearchRunner()) {
            // It refuses ports beyond 9299 otherwise.
            runner.setMaxHttpPort(-1);
            runner.onBuild((number, settings) -> settings.put("network.host", "127.0.0.1")
                    .put("transport.port", transport)
                    .put("discovery.seed_hosts", "127.0.0.1:" + transport)
                    .put("cluster.routing.allocation.disk.threshold_enabled", false));
            runner.build(OpenSearchRunner.newConfigs()
                    .basePath(folder)
                    .numOfNode(1)
                    // It counts its nodes from one and adds that.
                    .baseHttpPort(port - 1)
                    .pluginTypes("org.opensearch.knn.plugin.KNNPlugin")
                    .useLogger());
            System.in.transferTo(OutputStream.nullOutputStream());
        }
    }
}
