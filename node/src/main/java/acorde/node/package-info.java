/** The program: reads the command line, wires the packages of the node together and starts it. Holds no rule of its own. */
@org.jspecify.annotations.NullMarked
package acorde.node;
