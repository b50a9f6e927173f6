package acorde.web;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What of a file of a hundred bytes a request asks for. */
final class ByteRangeTest {
    private static final String TAG = "\"9f2c\"";

    private static ByteRange asked(String range, String ifRange) {
        return ByteRange.of(range, ifRange, TAG, 100);
    }

    @ParameterizedTest
    @CsvSource({
        "bytes=0-0, 0, 0",
        "bytes=0-99, 0, 99",
        "bytes=0-100, 0, 99",
        "bytes=40-, 40, 99",
        "bytes=99-, 99, 99",
        "bytes=-1, 99, 99",
        "bytes=-100, 0, 99",
        "bytes=-101, 0, 99",
        "Bytes= 40-41 , 40, 41",
        "bytes=0-999999999999999999, 0, 99"
    })
    void oneStretchIsGiven(String range, long first, long last) {
        assertEquals(new ByteRange.Part(first, last), asked(range, null));
    }

    @ParameterizedTest
    @ValueSource(strings = {"bytes=100-", "bytes=100-200", "bytes=-0", "bytes=999999999999999999-"})
    void aStretchThatThereIsNotIsSaidToBeNone(String range) {
        assertEquals(new ByteRange.Beyond(), asked(range, null));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "bytes",
                "bytes=",
                "bytes=-",
                "bytes=9-3",
                "bytes=a-b",
                "bytes=0-1,5-6",
                "lines=0-1",
                "bytes=--1",
                "bytes=9999999999999999999-",
                "bytes=0x1-2"
            })
    void whatIsNoStretchOrSeveralIsLeftUnheeded(String range) {
        assertEquals(new ByteRange.Whole(), asked(range, null));
    }

    @Test
    void ofAnotherFileThanTheOneThatWasBegunAllIsGiven() {
        assertEquals(new ByteRange.Part(40, 99), asked("bytes=40-", TAG));
        for (var other : new String[] {"\"0000\"", "W/" + TAG, "9f2c", "", "Thu, 26 Nov 2026 04:00:00 GMT", "*"})
            assertEquals(new ByteRange.Whole(), asked("bytes=40-", other), other);
        assertEquals(new ByteRange.Whole(), asked(null, TAG));
    }
}
