package acorde.trust;

import acorde.trustlog.Hash;
import java.util.ArrayList;
import java.util.List;

/**
 * A hash as words a person can read out: one of 256 short Spanish words for each of its first eight bytes. Eight words are 64 bits: whoever
 * wants another charter with the same words has to try some 2^64 of them.
 */
final class SpokenHash {
    private static final int WORDS = 8;
    /** Common nouns without accent or ñ, no two alike on a bad line; the order is part of the format. */
    private static final List<String> LIST = List.of(("""
            abeja abrigo acero adobe agua aguja ala aldea algodón almeja ancla anillo arado arcilla arena arpa
            arroz asta atril avena aviso azada bahía balsa bambú banco barca barro bastón bata bisonte boina
            bolsa bosque bota botella brazo brisa broche bronce brújula búho buque burro cabra cacao caja calle
            camino campana canasta canela canoa cántaro capa caracol carbón carta casa cauce cebolla cedro ceiba cereza
            cielo ciervo cinta cisne ciudad clavel cobre cofre cometa conejo copa coral corcho cordel corona cuadro
            cuchara cueva cumbre dado danza dedal delfín diente disco ducha duna durazno eco edredón elote enebro
            encina esfera espejo espiga esponja estufa faro farol feria fiesta flauta flecha foca fogata fresa fruta
            fuente galería gallo gancho garza gato gema girasol globo gota granja grillo guante guitarra habano hacha
            hamaca harina helecho hielo higo hilo hoja horno hueso huerta humo iglesia iguana imagen isla jabón
            jade jardín jarra jilguero jinete joya juego junco ladrillo lago lana lápiz laurel lazo leche lechuza
            lengua libro lienzo lima limón lirio llave lluvia lobo loma loro luna lupa madera maíz maleta
            mango manta mapa mar marco marea mariposa martillo mesa metal miel mina molino moneda monte mora
            mosaico muelle musgo nata naranja navaja nido niebla nieve nogal nube nudo nuez oasis ola olivo
            olla onda orilla oro oruga ostra oveja pala palma paloma pan papel pera perla pesca piedra
            pino pluma polvo pozo puente puerta quena queso quinta rama rana raqueta red reloj remo río
            roble roca rosa rueda sal sandía selva sello semilla sol sombra taza teja tigre trigo volcán
            """).trim().split("\\s+"));

    private SpokenHash() {}

    static String words(Hash hash) {
        var bytes = hash.bytes();
        var words = new ArrayList<String>(WORDS);
        for (var i = 0; i < WORDS; i++) words.add(LIST.get(bytes[i] & 0xff));
        return String.join("-", words);
    }

    /** For the test that there are 256 of them, all different. */
    static List<String> list() {
        return LIST;
    }
}
