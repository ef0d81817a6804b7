package org.misconductmonitor.web.tls;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.KeyFactory;
import java.security.NoSuchAlgorithmException;
import java.security.PrivateKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.InvalidKeySpecException;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.misconductmonitor.web.security.PrivateFile;

/** Keys and certificates between lines of dashes (RFC 7468). */
final class Pem {
    private static final Pattern BLOCK = Pattern.compile("-----BEGIN ([A-Z0-9 ]{1,40})-----([^-]*)-----END \\1-----");
    private static final List<String> KINDS_OF_KEYS = List.of("RSA", "EC", "EdDSA");

    private Pem() {}

    private record Block(String type, byte[] content) {}

    /** All of a file, in order; at least one. */
    static List<X509Certificate> certificates(Path file) {
        try {
            CertificateFactory factory = CertificateFactory.getInstance("X.509");
            List<X509Certificate> certificates = new ArrayList<>();
            for (Block block : blocks(file)) {
                if (block.type().equals("CERTIFICATE")) {
                    certificates.add(
                            (X509Certificate) factory.generateCertificate(new ByteArrayInputStream(block.content())));
                }
            }
            if (certificates.isEmpty()) {
                throw new TlsException(file + " holds no certificate: it must be PEM, '-----BEGIN CERTIFICATE-----'");
            }
            return certificates;
        } catch (CertificateException e) {
            throw new TlsException(file + " holds a certificate that cannot be read: " + e.getMessage());
        }
    }

    /** The first of a file. */
    static PrivateKey privateKey(Path file) {
        List<Block> blocks = blocks(file);
        PrivateFile.objection(file).ifPresent(objection -> {
            throw new TlsException(objection);
        });
        for (Block block : blocks) {
            if (block.type().equals("PRIVATE KEY")) {
                return privateKey(file, block.content());
            }
            if (block.type().endsWith("PRIVATE KEY")) {
                throw new TlsException(file + " holds a key in another form ('" + block.type()
                        + "') than PKCS 8 without a password: turn it into that with 'openssl pkcs8 -topk8 -nodes',"
                        + " or use a store with a password, http.tls.keystore.file");
            }
        }
        throw new TlsException(file + " holds no private key: it must be PEM, '-----BEGIN PRIVATE KEY-----'");
    }

    private static PrivateKey privateKey(Path file, byte[] content) {
        for (String kind : KINDS_OF_KEYS) {
            try {
                return KeyFactory.getInstance(kind).generatePrivate(new PKCS8EncodedKeySpec(content));
            } catch (InvalidKeySpecException e) {
                // One of another kind, which is tried next; what is of none is told below.
            } catch (NoSuchAlgorithmException e) {
                throw new IllegalStateException(e);
            }
        }
        throw new TlsException(file + " holds a key that cannot be read: it must be one of " + KINDS_OF_KEYS);
    }

    private static List<Block> blocks(Path file) {
        Matcher matcher = BLOCK.matcher(new String(TlsFile.bytes(file), StandardCharsets.ISO_8859_1));
        List<Block> blocks = new ArrayList<>();
        while (matcher.find()) {
            blocks.add(new Block(matcher.group(1), Base64.getMimeDecoder().decode(matcher.group(2))));
        }
        return blocks;
    }
}
