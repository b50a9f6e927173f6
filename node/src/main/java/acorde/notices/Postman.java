package acorde.notices;

import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.SendFailedException;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import javax.net.SocketFactory;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPTransport;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Hands letters to the mail server, one at a time and each within a bounded time, whatever the server does. */
final class Postman {
    private static final Logger LOG = LoggerFactory.getLogger(Postman.class);

    /** For each answer of the server. */
    static final int ANSWER_MILLIS = 20_000;

    private static final int CONNECT_MILLIS = 10_000;
    private static final int PERMANENT = 500;

    private final MailServer server;
    private final Duration whole;
    private final Set<Socket> lines = ConcurrentHashMap.newKeySet();
    private final Session session;

    /** @param whole for all of a letter: a server that drips its answers gets no more */
    Postman(MailServer server, Duration whole) {
        this.server = server;
        this.whole = whole;
        this.session = Session.getInstance(properties());
    }

    private Properties properties() {
        var properties = new Properties();
        var factory = new Authority(server.authority()).sockets();
        properties.put("mail.smtp.host", server.host());
        properties.put("mail.smtp.port", Integer.toString(server.port()));
        properties.put("mail.smtp.localhost", server.from().host());
        properties.put("mail.smtp.connectiontimeout", Integer.toString(CONNECT_MILLIS));
        properties.put("mail.smtp.timeout", Integer.toString(ANSWER_MILLIS));
        properties.put("mail.smtp.socketFactory", new Lines(server.way() == MailServer.Way.SMTPS ? factory : null));
        properties.put("mail.smtp.socketFactory.fallback", "false");
        properties.put("mail.smtp.ssl.socketFactory", factory);
        properties.put("mail.smtp.ssl.checkserveridentity", "true");
        var starttls = Boolean.toString(server.way() == MailServer.Way.STARTTLS);
        properties.put("mail.smtp.starttls.enable", starttls);
        properties.put("mail.smtp.starttls.required", starttls);
        properties.put("mail.smtp.auth", Boolean.toString(server.login() != null));
        properties.put("mail.smtp.auth.mechanisms", "PLAIN LOGIN");
        properties.put("mail.smtp.from", server.from().text());
        properties.put("mail.smtp.quitwait", "false");
        return properties;
    }

    /** Opens lines and remembers them, so that they can be cut. */
    private final class Lines extends SocketFactory {
        private final @Nullable SSLSocketFactory tls;

        Lines(@Nullable SSLSocketFactory tls) {
            this.tls = tls;
        }

        @Override
        public Socket createSocket() {
            var line = new Line(tls);
            lines.add(line);
            return line;
        }

        @Override
        public Socket createSocket(String host, int port) {
            throw new UnsupportedOperationException("the library connects with a limit of time");
        }

        @Override
        public Socket createSocket(String host, int port, InetAddress here, int from) { // as the JDK has it
            return createSocket(host, port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port) {
            return createSocket(host.getHostName(), port);
        }

        @Override
        public Socket createSocket(InetAddress host, int port, InetAddress here, int from) { // as the JDK has it
            return createSocket(host.getHostName(), port);
        }
    }

    /** @param off where the reader turns notices off; empty in a letter with a code */
    Outcome send(Letter letter, Written written, String off, Instant now) { // a letter, in words
        var sent = false;
        var watch = Thread.ofVirtual().name("mail-limit").start(this::cutWhenOver);
        try (var transport = (SMTPTransport) session.getTransport("smtp")) {
            var login = server.login();
            if (login == null) transport.connect();
            else transport.connect(login.user(), login.password());
            var message = message(letter, written, off, now);
            transport.sendMessage(message, message.getAllRecipients());
            sent = true; // whatever the server does with the farewell
            return Outcome.SENT;
        } catch (MessagingException | RuntimeException e) {
            if (sent) return Outcome.SENT;
            // Its text may hold the address, so the log has the kind of the fault and the server's number alone.
            LOG.warn(
                    "A letter was not taken by the mail server: {}{}",
                    e.getClass().getSimpleName(),
                    number(e));
            return isFinal(e) ? Outcome.REFUSED : Outcome.FAILED;
        } finally {
            watch.interrupt();
            cut();
        }
    }

    private void cutWhenOver() {
        try {
            Thread.sleep(whole);
            cut();
        } catch (InterruptedException _) {
            // it came to an end in time
        }
    }

    private void cut() {
        for (var line : lines)
            try {
                line.close();
            } catch (IOException _) {
                // it is closed all the same
            }
        lines.clear();
    }

    private MimeMessage message(Letter letter, Written written, String off, Instant now)
            throws MessagingException { // as above
        var message = new MimeMessage(session) {
            @Override
            protected void updateMessageID() throws MessagingException {
                setHeader("Message-ID", "<" + letter.id() + "@" + server.from().host() + ">");
            }
        };
        message.setFrom(new InternetAddress(server.from().text()));
        message.setRecipient(
                Message.RecipientType.TO,
                new InternetAddress(letter.to().address().text()));
        message.setSubject(written.subject(), StandardCharsets.UTF_8.name());
        message.setText(written.body(), StandardCharsets.UTF_8.name());
        message.setSentDate(Date.from(now));
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: nobody's absence answers it
        message.setHeader("Content-Language", letter.to().language());
        if (!off.isEmpty()) message.setHeader("List-Unsubscribe", "<" + off + ">"); // RFC 2369
        message.saveChanges();
        return message;
    }

    private static int code(Throwable fault) {
        for (Throwable each = fault; each != null; each = next(each)) {
            if (each instanceof SMTPAddressFailedException refused) return refused.getReturnCode();
            if (each instanceof SMTPSendFailedException refused && refused.getNextException() == null)
                return refused.getReturnCode();
        }
        return 0;
    }

    private static @Nullable Throwable next(Throwable fault) {
        return fault instanceof MessagingException chained ? chained.getNextException() : fault.getCause();
    }

    private static String number(Throwable fault) {
        return code(fault) == 0 ? "" : " " + code(fault);
    }

    /** Only what is said of this letter is final: a server that refuses the login or everything may be set right. */
    private static boolean isFinal(Throwable fault) {
        return fault instanceof SendFailedException && code(fault) >= PERMANENT;
    }
}
