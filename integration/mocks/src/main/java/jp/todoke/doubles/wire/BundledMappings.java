package jp.todoke.doubles.wire;

import com.github.tomakehurst.wiremock.standalone.MappingsSource;
import com.github.tomakehurst.wiremock.stubbing.StubMapping;
import com.github.tomakehurst.wiremock.stubbing.StubMappings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import java.util.UUID;

/** The mapping files in the jar, named one by one, since a nested jar cannot be listed; nothing is ever written back. */
public final class BundledMappings implements MappingsSource {

    private final List<String> names;

    public BundledMappings(List<String> names) {
        this.names = names;
    }

    @Override
    public void loadMappingsInto(StubMappings stubs) {
        for (String name : names) {
            stubs.addMapping(read(name));
        }
    }

    private static StubMapping read(String name) {
        try (InputStream file = BundledMappings.class.getClassLoader().getResourceAsStream(name)) {
            return StubMapping.buildFrom(new String(Objects.requireNonNull(file, name).readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException unreadable) {
            throw new UncheckedIOException(unreadable);
        }
    }

    @Override
    public void save(List<StubMapping> mappings) {}

    @Override
    public void save(StubMapping mapping) {}

    @Override
    @SuppressWarnings("removal") // abstract in WireMock 3, so it must stand here until WireMock drops it
    public void remove(StubMapping mapping) {}

    @Override
    public void remove(UUID id) {}

    @Override
    public void removeAll() {}
}
