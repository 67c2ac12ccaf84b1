package jp.todoke.k8s;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;

/**
 * The part of kustomize that the manifests use, in its order: resources, components, generated secrets, then patches,
 * namespace, labels, images. Whatever it does not know it refuses, so that it cannot render something else than kustomize.
 */
final class Kustomization {
    private static final YAMLMapper YAML = new YAMLMapper();
    private static final Set<String> FIELDS = Set.of("apiVersion", "kind", "namespace", "resources", "components", "secretGenerator",
            "generatorOptions", "patches", "labels", "images");
    private static final Set<String> CLUSTER_SCOPED = Set.of("Namespace");

    private final List<ObjectNode> resources = new ArrayList<>();

    private Kustomization() {}

    static List<ObjectNode> render(Path folder) {
        var kustomization = new Kustomization();
        try {
            kustomization.add(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return kustomization.resources;
    }

    static List<ObjectNode> documents(String yaml) throws IOException {
        try (MappingIterator<ObjectNode> documents = YAML.readerFor(ObjectNode.class).readValues(yaml)) {
            return documents.readAll();
        }
    }

    private void add(Path folder) throws IOException {
        JsonNode own = YAML.readTree(folder.resolve("kustomization.yaml").toFile());
        known(own, FIELDS, folder);
        for (JsonNode resource : own.path("resources")) {
            Path path = folder.resolve(resource.asText()).normalize();
            if (Files.isDirectory(path)) {
                resources.addAll(render(path));
            } else {
                resources.addAll(documents(Files.readString(path)));
            }
        }
        for (JsonNode component : own.path("components")) {
            add(folder.resolve(component.asText()).normalize());
        }
        generateSecrets(own, folder);
        for (JsonNode patch : own.path("patches")) {
            patch(patch, folder);
        }
        if (own.has("namespace")) {
            resources.forEach(resource -> moveTo(own.path("namespace").asText(), resource));
        }
        for (JsonNode label : own.path("labels")) {
            known(label, Set.of("pairs"), folder);
            resources.forEach(resource -> ((ObjectNode) resource.get("metadata")).withObjectProperty("labels")
                    .setAll((ObjectNode) label.get("pairs")));
        }
        for (JsonNode image : own.path("images")) {
            known(image, Set.of("name", "newName", "newTag", "digest"), folder);
            resources.forEach(resource -> rename(image, resource));
        }
    }

    private void generateSecrets(JsonNode own, Path folder) {
        if (!own.has("secretGenerator")) {
            return;
        }
        known(own.path("generatorOptions"), Set.of("disableNameSuffixHash"), folder);
        if (!own.path("generatorOptions").path("disableNameSuffixHash").asBoolean()) {
            throw new IllegalArgumentException(folder + ": a hash in a name is not known here");
        }
        for (JsonNode generator : own.get("secretGenerator")) {
            known(generator, Set.of("name", "literals"), folder);
            ObjectNode secret = JsonNodeFactory.instance.objectNode().put("apiVersion", "v1").put("kind", "Secret").put("type", "Opaque");
            secret.putObject("metadata").put("name", generator.path("name").asText());
            ObjectNode data = secret.putObject("data");
            for (JsonNode literal : generator.path("literals")) {
                String[] pair = literal.asText().split("=", 2);
                data.put(pair[0], Base64.getEncoder().encodeToString(pair[1].getBytes(StandardCharsets.UTF_8)));
            }
            resources.add(secret);
        }
    }

    private void patch(JsonNode patch, Path folder) throws IOException {
        known(patch, Set.of("target", "patch"), folder);
        JsonNode target = patch.path("target");
        known(target, Set.of("kind", "name"), folder);
        List<ObjectNode> hit = resources.stream().filter(resource -> target.path("kind").asText().equals(resource.path("kind").asText()))
                .filter(resource -> !target.has("name")
                        || target.path("name").asText().equals(resource.at("/metadata/name").asText()))
                .toList();
        // kustomize itself says nothing.
        if (hit.isEmpty()) {
            throw new IllegalArgumentException(folder + ": a patch finds nothing: " + target);
        }
        for (JsonNode operation : YAML.readTree(patch.path("patch").asText())) {
            for (ObjectNode resource : hit) {
                apply(operation, resource);
            }
        }
    }

    /** One operation of RFC 6902. */
    static void apply(JsonNode operation, ObjectNode document) {
        known(operation, Set.of("op", "path", "value"), Path.of("patch"));
        JsonPointer path = JsonPointer.compile(operation.path("path").asText());
        JsonNode parent = document.at(path.head());
        String last = path.last().getMatchingProperty();
        String op = operation.path("op").asText();
        JsonNode value = operation.path("value").deepCopy();
        if (!op.equals("add") && document.at(path).isMissingNode()) {
            throw new IllegalArgumentException("nothing at " + path + " of " + document.at("/metadata/name").asText());
        }
        switch (parent) {
            case ObjectNode object when op.equals("remove") -> object.remove(last);
            case ObjectNode object when op.equals("add") || op.equals("replace") -> object.set(last, value);
            case ArrayNode array when op.equals("remove") -> array.remove(Integer.parseInt(last));
            case ArrayNode array when op.equals("replace") -> array.set(Integer.parseInt(last), value);
            case ArrayNode array when op.equals("add") -> array.insert(last.equals("-") ? array.size() : Integer.parseInt(last), value);
            default ->
                throw new IllegalArgumentException(op + " is not possible at " + path + " of " + document.at("/metadata/name").asText());
        }
    }

    private static void moveTo(String namespace, ObjectNode resource) {
        ObjectNode metadata = (ObjectNode) resource.get("metadata");
        if (resource.path("kind").asText().equals("Namespace")) {
            metadata.put("name", namespace);
        } else if (!CLUSTER_SCOPED.contains(resource.path("kind").asText())) {
            metadata.put("namespace", namespace);
        }
    }

    private static void rename(JsonNode image, JsonNode node) {
        if (node instanceof ObjectNode object && object.path("image").isTextual()) {
            String now = object.path("image").asText();
            if (now.equals(image.path("name").asText())) {
                String name = image.path("newName").asText(now);
                object.put("image",
                        image.has("digest") ? name + "@" + image.path("digest").asText() : name + ":" + image.path("newTag").asText());
            }
        }
        node.forEach(child -> rename(image, child));
    }

    private static void known(JsonNode node, Set<String> fields, Path where) {
        node.fieldNames().forEachRemaining(field -> {
            if (!fields.contains(field)) {
                throw new IllegalArgumentException(where + ": the renderer does not know " + field);
            }
        });
    }
}
