package jp.todoke.doubles.wire;

import com.github.tomakehurst.wiremock.common.BinaryFile;
import com.github.tomakehurst.wiremock.common.FileSource;
import com.github.tomakehurst.wiremock.common.TextFile;
import java.net.URI;
import java.util.List;

/** No directory of mappings or bodies: the doubles bring their own, and what lies in the working directory is not served. */
public final class NoFiles implements FileSource {

    @Override
    public BinaryFile getBinaryFileNamed(String name) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public TextFile getTextFileNamed(String name) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void createIfNecessary() {}

    @Override
    public FileSource child(String subDirectory) {
        return this;
    }

    @Override
    public String getPath() {
        return "none";
    }

    @Override
    public URI getUri() {
        return URI.create("none:/");
    }

    @Override
    public List<TextFile> listFilesRecursively() {
        return List.of();
    }

    @Override
    public void writeTextFile(String name, String contents) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public void writeBinaryFile(String name, byte[] contents) {
        throw new UnsupportedOperationException(name);
    }

    @Override
    public boolean exists() {
        return false;
    }

    @Override
    public void deleteFile(String name) {
        throw new UnsupportedOperationException(name);
    }
}
