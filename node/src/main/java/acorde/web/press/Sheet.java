package acorde.web.press;

/** A page of the site. */
public sealed interface Sheet
        permits FrontView, AreaView, PromiseView, MeetingsView, ChangesView, EditionsView, EditionView, ListView {
    Leaf leaf();
}
