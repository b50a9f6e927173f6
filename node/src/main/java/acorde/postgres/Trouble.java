package acorde.postgres;

import java.util.Locale;

/** Every way in which the database can be out of reach, each with its sentence: what is wrong, then what to do. */
enum Trouble {
    NO_BINARIES(
            "There is no built-in PostgreSQL for %s: give an external one with --database-url.",
            "No hay un PostgreSQL incorporado para %s: indique uno externo con --database-url."),
    ALREADY_RUNNING(
            "Another node is already running on %s: stop it first, or give this one a directory of its own.",
            "Ya hay otro nodo en marcha sobre %s: deténgalo primero o dé a este un directorio propio."),
    DISK_FULL(
            "The disk that holds %s is full (%s MiB free): make room, then start again.",
            "El disco que contiene %s está lleno (%s MiB libres): libere espacio y vuelva a arrancar."),
    NOT_WRITABLE(
            "User %2$s cannot write to %1$s: correct its owner or its permissions, then start again.",
            "El usuario %2$s no puede escribir en %1$s: corrija el propietario o los permisos y vuelva a arrancar."),
    NOT_REACHABLE_AS(
            "PostgreSQL would run as user %2$s, who cannot reach %1$s: choose a directory that user can enter, "
                    + "or start the node as an ordinary user.",
            "PostgreSQL se ejecutaría como el usuario %2$s, que no puede llegar a %1$s: elija un directorio al que ese "
                    + "usuario pueda entrar o arranque el nodo como un usuario ordinario."),
    ROOT_REFUSED(
            "PostgreSQL does not run as root, and neither a user namespace nor a service user (%s) can be used here: "
                    + "start the node as an ordinary user, or give an external database with --database-url.",
            "PostgreSQL no se ejecuta como root y aquí no se puede usar ni un espacio de nombres de usuario ni un "
                    + "usuario "
                    + "de servicio (%s): arranque el nodo como un usuario ordinario o indique una base externa con "
                    + "--database-url."),
    OTHER_VERSION(
            "The data in %s were written by PostgreSQL %s and this program brings PostgreSQL %s: run pg_upgrade "
                    + "on them, "
                    + "or start a PostgreSQL %2$s of your own on them and give it with --database-url.",
            "Los datos de %s fueron escritos por PostgreSQL %s y este programa trae PostgreSQL %s: conviértalos con "
                    + "pg_upgrade, o arranque sobre ellos un PostgreSQL %2$s propio e indíquelo con --database-url."),
    NOT_A_CLUSTER(
            "%s exists but is not a PostgreSQL data directory: move it away, or restore it from a backup, then "
                    + "start again.",
            "%s existe pero no es un directorio de datos de PostgreSQL: apártelo o restáurelo de una copia y vuelva a "
                    + "arrancar."),
    NO_PASSWORD(
            "The password file %s is missing although there are data beside it: restore it from the same backup "
                    + "as the data.",
            "Falta el archivo de contraseña %s aunque junto a él hay datos: restáurelo de la misma copia que los "
                    + "datos."),
    STILL_IN_USE(
            "A PostgreSQL (process %2$s) still uses %1$s: stop it with kill -INT %2$s, then start again.",
            "Un PostgreSQL (proceso %2$s) usa todavía %1$s: deténgalo con kill -INT %2$s y vuelva a arrancar."),
    NO_FREE_PORT(
            "No free port between %s and %s was found on 127.0.0.1: close what holds them, then start again.",
            "No se encontró ningún puerto libre entre %s y %s en 127.0.0.1: cierre lo que los ocupa y vuelva a "
                    + "arrancar."),
    NOT_STARTED(
            "The built-in PostgreSQL on %s did not start; its last words were: %s. Correct that, restore a "
                    + "backup, or give "
                    + "an external database with --database-url.",
            "El PostgreSQL incorporado sobre %s no arrancó; sus últimas palabras fueron: %s. Corríjalo, restaure "
                    + "una copia o "
                    + "indique una base externa con --database-url."),
    FALLS_AGAIN(
            "The built-in PostgreSQL on %s ended %s times within ten minutes (%s): look for what kills it, such "
                    + "as too little "
                    + "memory, then start again.",
            "El PostgreSQL incorporado sobre %s terminó %s veces en diez minutos (%s): busque qué lo mata, por "
                    + "ejemplo falta de "
                    + "memoria, y vuelva a arrancar."),
    NOT_AN_URL(
            "The database address must look like jdbc:postgresql://host:5432/database: correct --database-url.",
            "La dirección de la base debe tener la forma jdbc:postgresql://equipo:5432/base: corrija --database-url."),
    UNREACHABLE(
            "The database at %s does not answer (%s): check that it runs, its address and the firewall.",
            "La base de %s no responde (%s): compruebe que está en marcha, su dirección y el cortafuegos."),
    NOT_LET_IN(
            "The database at %s does not let this user in (%s): check user and password in --database-url or in "
                    + "ACORDE_DATABASE_USER and ACORDE_DATABASE_PASSWORD, and pg_hba.conf on the server.",
            "La base de %s no deja entrar a este usuario (%s): compruebe usuario y contraseña en --database-url o en "
                    + "ACORDE_DATABASE_USER y ACORDE_DATABASE_PASSWORD, y pg_hba.conf en el servidor."),
    NO_DATABASE(
            "The server at %s has no such database: create it with createdb, or correct --database-url.",
            "El servidor de %s no tiene esa base: créela con createdb o corrija --database-url."),
    TOO_MANY_CONNECTIONS(
            "The database at %s has no connection left: raise its max_connections, or close other programs.",
            "La base de %s no tiene conexiones libres: suba su max_connections o cierre otros programas."),
    TOO_OLD(
            "The database at %s is PostgreSQL %s: version 15 or newer is needed.",
            "La base de %s es PostgreSQL %s: se necesita la versión 15 o una posterior."),
    NOT_UTF8(
            "The database at %s stores text as %s: create it anew with the encoding UTF8.",
            "La base de %s guarda el texto como %s: créela de nuevo con la codificación UTF8."),
    READ_ONLY(
            "The database at %s only reads (a standby, or default_transaction_read_only): give the address of the "
                    + "primary.",
            "La base de %s es de solo lectura (una réplica o default_transaction_read_only): indique la del primario."),
    NO_RIGHT(
            "The user of the database at %s may not do this (%s): grant it CREATE on the database.",
            "El usuario de la base de %s no puede hacer esto (%s): concédale CREATE sobre la base."),
    NEWER_SCHEMA(
            "The tables of %s were made by a newer version of this program: start that version, or restore an "
                    + "older backup.",
            "Las tablas de %s fueron creadas por una versión más nueva de este programa: arranque esa versión o "
                    + "restaure una "
                    + "copia anterior."),
    NOT_MIGRATED(
            "The tables of %s could not be brought up to date (%s): nothing was changed by the step that failed; "
                    + "report it.",
            "Las tablas de %s no pudieron ponerse al día (%s): el paso que falló no cambió nada; comuníquelo."),
    LEASE_HELD(
            "Another process already holds %s in this database (%s): stop it first; only one may write.",
            "Otro proceso tiene ya %s en esta base (%s): deténgalo primero; solo uno puede escribir."),
    LEASE_LOST(
            "This process no longer holds %s, another has taken it: stop this process; it has added nothing to the log since.",
            "Este proceso ya no tiene %s, otro lo ha tomado: detenga este proceso; desde entonces no ha añadido nada al registro."),
    FAILED(
            "The database at %s failed (%s): look at its log, then start again.",
            "La base de %s falló (%s): mire su registro y vuelva a arrancar.");

    private final String english;
    private final String spanish;

    Trouble(String english, String spanish) {
        this.english = english;
        this.spanish = spanish;
    }

    String sentence(Locale locale, Object... details) {
        return String.format(Locale.ROOT, locale.getLanguage().equals("es") ? spanish : english, details);
    }
}
