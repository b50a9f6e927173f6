/** Transparency log as C2SP has it: tree, tiles, checkpoints, cosignatures, proofs. Needs the JDK only. */
module acorde.trustlog {
    requires static org.jspecify;

    exports acorde.trustlog;
}
