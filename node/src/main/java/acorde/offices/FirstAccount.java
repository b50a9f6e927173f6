package acorde.offices;

import java.io.PrintStream;

/** Opens the first administrator's account from the command line and prints its password, once. */
public final class FirstAccount {
    private final Offices offices;
    private final PrintStream out;

    public FirstAccount(Offices offices, PrintStream out) {
        this.offices = offices;
        this.out = out;
    }

    /**
     * Opens it, if nobody can keep accounts.
     *
     * @param personName who it is, such as {@code "Elmer Pineda Cálix"}
     * @param accountName what they sign in with
     * @return whether it was opened; what was done or why not has been printed
     */
    public boolean open(String personName, String accountName) {
        return switch (offices.firstAdministrator(personName, accountName)) {
            case Change.Done<Secret>(var password) -> {
                out.println("Account " + accountName.strip() + " is open. Its password is shown this once:");
                out.println();
                out.println("    " + password.reveal());
                out.println();
                out.println("It must be changed at the first sign-in.");
                yield true;
            }
            case Change.Declined<Secret>(var why) -> {
                out.println(sentence(why));
                yield false;
            }
        };
    }

    private static String sentence(Rule why) {
        return switch (why) {
            case ADMINISTERED_ALREADY ->
                "This node has an administrator already: further accounts are opened by them, on the page /offices.";
            case INVENTED_RECORDS ->
                "These are the records of a demonstration. Real people need a node of their own: give another data folder.";
            case ACCOUNT_NAME ->
                "An account's name is 2 to 64 lower-case letters, digits and . _ @ -, such as elmer.pineda";
            case ACCOUNT_NAME_TAKEN -> "There is an account of that name: give another name.";
            case UNREADABLE_NAME -> "Give the person's name, of at most " + Person.NAME_LIMIT + " characters.";
            default -> "The account was not opened: " + why;
        };
    }
}
