package dev.broadsheet;

/** The program: hands the command line to the commands. */
public final class Broadsheet {
    private Broadsheet() {}

    public static void main(String[] arguments) {
        System.out.println("hello");
    }
}
