package acorde.web;

import acorde.web.view.Frame;
import jakarta.servlet.http.HttpServletRequest;

/** Puts the frame around a page for whoever asks: language, time, whose node, who is signed in. */
public interface Frames {
    Frame of(HttpServletRequest request);
}
