package io.gatewayping.cli;

import io.gatewayping.contract.Source;
import io.gatewayping.exchange.FileFault;
import io.gatewayping.report.EvidenceFile;
import io.gatewayping.report.ReportFolder;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Collection;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Keeps all of a run in one file. */
final class EvidenceOption {

    @Option(
            names = "--evidence",
            paramLabel = "FILE.zip",
            description = "Keep reports, contract, features and their SHA-256 in one file as well.")
    private @Nullable Path file;

    /** Nobody waits for a run of which nothing can be kept in the end. */
    void refuseWhereItCannotBeKept() {
        if (file == null) {
            return;
        }
        Path folder = file.toAbsolutePath().getParent();
        if (Files.isDirectory(file)) {
            throw unwritable("it is a folder; name a file in it");
        }
        if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
            throw unwritable("it is there, and no file; name another");
        }
        if (folder == null || !Files.isDirectory(folder)) {
            throw unwritable("there is no folder " + folder + "; make it, or name another");
        }
        if (!Files.isWritable(folder)) {
            throw unwritable("nothing can be written to " + folder + "; name another folder");
        }
    }

    /** Keeps a run whose reports are in place. */
    void keep(ReportFolder reports, Source contract, Collection<URI> features) {
        if (file == null) {
            return;
        }
        try {
            EvidenceFile.write(file, reports, contract, features);
        } catch (IOException e) {
            throw unwritable(FileFault.words(e));
        }
    }

    private UsageError unwritable(String why) {
        return new UsageError("--evidence " + file + " cannot be written: " + why);
    }
}
