package acorde.finding;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class EntryTest {
    @Test
    void whatNobodyWroteIsFoundAndNotShown() {
        var text = Entry.Text.of(JsonMapper.shared().readTree("""
                {"area": "A1", "title": {"es": "Niñez", "en": "Children"}, "due": "2027-01-31",
                 "unit": {"es": "%", "en": "%"}, "baseline": 38, "note": {"es": "Solo aquí", "en": null},
                 "seen": "sha256:00"}"""));
        assertEquals("Niñez\nSolo aquí", text.es());
        assertEquals("Children\nSolo aquí", text.en());
        assertEquals("A1\n2027-01-31\n%\n%\n38", text.beside());
        assertEquals(
                "Solo aquí", text.after(new Entry.Text("Niñez", "Children")).es(), "not the title again");
    }
}
