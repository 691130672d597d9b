package io.gatewayping.report;

import io.gatewayping.contract.Source;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** All of a run in one file, to be kept: the reports, the contract, the features, and the SHA-256 of each. */
public final class EvidenceFile {

    private EvidenceFile() {}

    /**
     * Writes it, by way of a file beside it, so that nobody finds half of one.
     *
     * @param reports put in place already
     * @param features where those stand that were run
     */
    public static void write(Path file, ReportFolder reports, Source contract, Collection<URI> features)
            throws IOException {
        Map<String, byte[]> contents = new TreeMap<>();
        for (String name : ReportFolder.ALL) {
            if (Files.exists(reports.inPlace(name))) {
                contents.put("reports/" + name, Files.readAllBytes(reports.inPlace(name)));
            }
        }
        contents.put(contract.name(), contract.text().getBytes(StandardCharsets.UTF_8));
        for (URI feature : features) {
            String path = feature.getSchemeSpecificPart();
            contents.put("features/" + path.substring(path.lastIndexOf('/') + 1), read(feature));
        }
        // A link stays one.
        Path whole = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
        // In a folder, since a temporary file is for its owner's eyes alone.
        Path folder = Files.createTempDirectory(whole.getParent(), ".evidence-");
        Path aside = folder.resolve("whole.zip");
        try {
            try (OutputStream out = Files.newOutputStream(aside)) {
                write(contents, out);
            }
            Files.move(aside, whole, StandardCopyOption.REPLACE_EXISTING);
        } finally {
            Files.deleteIfExists(aside);
            Files.delete(folder);
        }
    }

    private static void write(Map<String, byte[]> contents, OutputStream out) throws IOException {
        StringBuilder sums = new StringBuilder();
        try (ZipOutputStream zip = new ZipOutputStream(out, StandardCharsets.UTF_8)) {
            for (Map.Entry<String, byte[]> content : contents.entrySet()) {
                // As sha256sum writes them, and reads them with -c.
                sums.append(sha256(content.getValue()))
                        .append("  ")
                        .append(content.getKey())
                        .append('\n');
                add(zip, content.getKey(), content.getValue());
            }
            add(zip, "SHA256SUMS", sums.toString().getBytes(StandardCharsets.UTF_8));
        }
    }

    private static void add(ZipOutputStream zip, String name, byte[] content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content);
        zip.closeEntry();
    }

    private static byte[] read(URI feature) throws IOException {
        if (!"classpath".equals(feature.getScheme())) {
            return Files.readAllBytes(Path.of(feature));
        }
        String name = feature.getSchemeSpecificPart().replaceFirst("^/+", "");
        try (InputStream stream = EvidenceFile.class.getClassLoader().getResourceAsStream(name)) {
            if (stream == null) {
                throw new UncheckedIOException(new IOException("there is no " + feature));
            }
            return stream.readAllBytes();
        }
    }

    private static String sha256(byte[] content) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(content));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
