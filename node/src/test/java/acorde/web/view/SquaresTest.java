package acorde.web.view;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

/** The squares beside the honest figures. */
class SquaresTest {
    private static Figures of(int total) {
        return new Figures(total, 0, 0, 0, 0, 0, 0);
    }

    @Test
    void eachRowIsALineWhoseDashesAreTheSquares() {
        assertEquals("M0 4H48M0 14H28", of(10).squares(0, 8, 0));
        assertEquals("M31 14H47", of(10).squares(8, 10, 1));
        assertEquals("M20 4H28", of(5).squares(2, 3, 0));
        assertEquals("", of(10).squares(3, 3, 0));
        assertEquals("", of(0).squares(0, 0, 0));
    }

    @Test
    void thousandsWeighWhatAFewDo() {
        assertTrue(of(2_000).squares(4, 2_000, 1).length() < 40);
    }
}
