package io.gatewayping.exchange;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;

/** What is wrong with a file, for whoever knows its name already. */
public final class FileFault {

    private FileFault() {}

    /** In words, and not by the name of a class, which is all that most of Java's own messages leave to it. */
    public static String words(Exception failure) {
        Throwable cause = failure.getCause() instanceof IOException behind ? behind : failure;
        if (cause instanceof NoSuchFileException) {
            return "there is none, or no such folder";
        }
        if (cause instanceof CharacterCodingException) {
            return "it is not UTF-8";
        }
        if (cause instanceof DirectoryNotEmptyException) {
            return "a folder is in the place of a file";
        }
        if (cause instanceof AccessDeniedException) {
            return "that is not allowed";
        }
        if (cause instanceof FileAlreadyExistsException || cause instanceof NotDirectoryException) {
            return "a file is in its way";
        }
        String message = cause instanceof FileSystemException fault ? fault.getReason() : cause.getMessage();
        return message == null || message.isBlank() ? cause.getClass().getSimpleName() : Excerpt.of(message);
    }
}
