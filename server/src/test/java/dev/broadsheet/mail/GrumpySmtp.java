package dev.broadsheet.mail;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A mail server that answers one command otherwise than it should, or hangs up at it. */
final class GrumpySmtp implements AutoCloseable {
    private final ServerSocket socket;
    private final List<String> heard = new CopyOnWriteArrayList<>();
    private volatile String command = "";
    private volatile String answer = "";

    GrumpySmtp() throws IOException {
        socket = new ServerSocket(0, 10, InetAddress.getLoopbackAddress());
        Thread.ofVirtual().start(this::serve);
    }

    /** From now on a command that begins with this gets this answer; an empty answer hangs up. */
    void answers(String to, String with) {
        command = to;
        answer = with;
    }

    int port() {
        return socket.getLocalPort();
    }

    List<String> heard() {
        return heard;
    }

    private void serve() {
        while (!socket.isClosed()) {
            try (Socket client = socket.accept();
                    BufferedReader in =
                            new BufferedReader(new InputStreamReader(client.getInputStream(), StandardCharsets.UTF_8));
                    OutputStream out = client.getOutputStream()) {
                say(out, "220 here");
                talk(in, out);
            } catch (IOException e) {
                // The client hung up, or the test is over.
            }
        }
    }

    private void talk(BufferedReader in, OutputStream out) throws IOException {
        boolean letter = false;
        for (String line = in.readLine(); line != null; line = in.readLine()) {
            heard.add(line);
            if (letter && !line.equals(".")) {
                continue;
            }
            letter = line.startsWith("DATA");
            if (!command.isEmpty() && line.startsWith(command)) {
                if (answer.isEmpty()) {
                    return;
                }
                letter = false;
                say(out, answer);
            } else if (letter) {
                say(out, "354 go on");
            } else if (line.startsWith("QUIT")) {
                say(out, "221 bye");
                return;
            } else {
                say(out, "250 fine");
            }
        }
    }

    private static void say(OutputStream out, String line) throws IOException {
        out.write((line + "\r\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
