package acorde.bench;

import java.util.List;

final class PagesStory implements Story {
    @Override
    public String name() {
        return "pages";
    }

    @Override
    public List<Figure> measure(Workplace place) {
        return List.of();
    }
}
