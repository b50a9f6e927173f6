package acorde.bench;

/**
 * One measured figure.
 *
 * @param story what was done
 * @param what which figure of it
 * @param value as measured
 * @param unit such as {@code /s}, {@code ms}, {@code s}, {@code MiB}
 * @param must the value asked for; 0 if none is
 * @param stretch the value hoped for; 0 if none is
 * @param note what a reader must know: warm or cold, how many runs
 */
record Figure(
        String story, String what, double value, String unit, double must, double stretch, String note) { // one row
    /** For rates more is better, for the rest less is. */
    boolean reaches(double asked) {
        return unit.equals("/s") || unit.equals("of COPY") ? value >= asked : value <= asked;
    }

    String verdict() {
        if (must == 0) return "";
        if (stretch != 0 && reaches(stretch)) return "stretch";
        return reaches(must) ? "must" : "MISSED";
    }

    static Figure plain(String story, String what, double value, String unit) {
        return new Figure(story, what, value, unit, 0, 0, "");
    }
}
