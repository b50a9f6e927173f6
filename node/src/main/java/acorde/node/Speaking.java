package acorde.node;

import acorde.web.words.Words;

/** A command that speaks the language of whoever is at the command line. */
interface Speaking {
    void speak(Words words);
}
