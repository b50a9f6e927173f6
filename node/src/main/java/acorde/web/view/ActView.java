package acorde.web.view;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One act: who said it, when, by which office, to whom; who has it; the exact bytes; the proof.
 *
 * @param kind as the act itself says, such as {@code compact.assented}
 * @param office in the reader's language
 * @param to the parties it is addressed to
 * @param after the acts it depends on
 * @param delivery who has it, by cosignature
 * @param index its place in its author's log
 * @param size how many entries the log had in the checkpoint of the proof
 * @param commitment the commitment in the log, in hexadecimal
 * @param bytes how many bytes the act has
 * @param raw those bytes as text; absent until they have come
 * @param awaited whether those bytes are for this party and have yet to come
 * @param rule the rule it broke, if it was rejected; else empty
 * @param files those it names, with how they stand here
 */
public record ActView(
        Change change,
        String kind,
        String office,
        List<String> to,
        List<String> after,
        Chord delivery,
        long index,
        long size,
        String commitment,
        long bytes,
        @Nullable String raw,
        boolean awaited,
        String rule,
        List<FileLine> files) {}
