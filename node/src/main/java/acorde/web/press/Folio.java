package acorde.web.press;

/** A page of the site. */
public sealed interface Folio
        permits FrontView, AreaView, PromiseView, MeetingsView, ChangesView, EditionsView, EditionView, ListView {
    Leaf leaf();
}
