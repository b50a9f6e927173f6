package acorde.stix;

import acorde.policy.Marking.Handling;
import acorde.policy.Tlp;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A marking as an object of STIX that others refer to. */
sealed interface Label {
    /** Names the marking-definition. */
    String id();

    ObjectNode json();

    /** By the names that OASIS gave the labels of TLP 2.0, in the form in which it published them. */
    record Tlp2(Tlp tlp) implements Label {
        static final String EXTENSION = "extension-definition--60a3c5c5-0d10-413e-aab3-9e08dde9e88d";
        static final String CREATED = "2022-10-01T00:00:00.000Z";

        @Override
        public String id() {
            return "marking-definition--"
                    + switch (tlp) {
                        case RED -> "e828b379-4e03-4974-9ac4-e53a884c97c1";
                        case AMBER_STRICT -> "939a9414-2ddd-4d32-a0cd-375ea402b003";
                        case AMBER -> "55d920b0-5e8b-4f79-9ee9-91f868d9b421";
                        case GREEN -> "bab4a63c-aed9-4cf5-a766-dfca5abac2bb";
                        case CLEAR -> "94868c89-83c2-464b-929b-a1a8aa3c8487";
                    };
        }

        @Override
        public ObjectNode json() {
            var json = begun(id(), CREATED).put("name", "TLP:" + tlp);
            json.putObject("extensions")
                    .putObject(EXTENSION)
                    .put("extension_type", "property-extension")
                    .put("tlp_2_0", tlp.toString().toLowerCase(Locale.ROOT));
            return json;
        }
    }

    /** A handling code of Europol, as a statement: systems that do not know our extension show it all the same. */
    record Code(Handling handling) implements Label {
        @Override
        public String id() {
            return "marking-definition--" + Names.version5("handling/" + handling);
        }

        @Override
        public ObjectNode json() {
            var json = begun(id(), Stix.BEGINNING)
                    .put("created_by_ref", Stix.ACORDE)
                    .put("name", handling.name())
                    .put("definition_type", "statement");
            json.putObject("definition").put("statement", handling + ": " + meaning());
            return json;
        }

        private String meaning() {
            return switch (handling) {
                case H0 -> "only to prevent and to fight crime.";
                case H1 -> "not in court without the leave of its provider.";
                case H2 -> "not given on without the leave of its provider.";
                case H3 -> "under another restriction, which is read first.";
            };
        }
    }

    /** The labels of TLP 1 by the names STIX 2.1 gave them: those that mean the same are read, WHITE as CLEAR (EV-6). */
    Map<String, Tlp> TLP_1 = Map.of(
            "marking-definition--613f2e26-407d-48c7-9eca-b8e91df99dc9", Tlp.CLEAR,
            "marking-definition--34098fce-860f-48ae-8e50-ebd3cc5e41da", Tlp.GREEN,
            "marking-definition--f88d31f6-486f-44da-b317-01333bde0b82", Tlp.AMBER,
            "marking-definition--5e57c739-391a-4eb3-b6be-7d15ca92d5ed", Tlp.RED);

    private static ObjectNode begun(String id, String created) {
        return JsonMapper.shared()
                .createObjectNode()
                .put("type", "marking-definition")
                .put("spec_version", "2.1")
                .put("id", id)
                .put("created", created);
    }

    /** Empty for what is none we know. */
    static Optional<Label> read(String id) {
        if (TLP_1.containsKey(id)) return Optional.of(new Tlp2(TLP_1.get(id)));
        for (var tlp : Tlp.values()) if (new Tlp2(tlp).id().equals(id)) return Optional.of(new Tlp2(tlp));
        return Arrays.stream(Handling.values())
                .<Label>map(Code::new)
                .filter(code -> code.id().equals(id))
                .findFirst();
    }
}
