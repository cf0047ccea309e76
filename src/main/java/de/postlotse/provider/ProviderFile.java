package de.postlotse.provider;

import java.io.Reader;
import java.net.URI;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.error.MarkedYAMLException;
import org.yaml.snakeyaml.nodes.MappingNode;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.NodeTuple;
import org.yaml.snakeyaml.nodes.ScalarNode;
import org.yaml.snakeyaml.nodes.SequenceNode;

/** Reads the file of a provider; every complaint names the line. */
final class ProviderFile {

    private static final Pattern SERVER = Pattern.compile("(\\d{1,5}) +(\\S+)");
    private static final Pattern KEY = Pattern.compile("\\{([^}]*)}");
    private static final Pattern ID = Pattern.compile("[a-z0-9][a-z0-9-]{0,39}");
    private static final int LARGEST_PRIORITY = 65_535;

    private final String file;
    private final String id;

    private ProviderFile(String file, String id) {
        this.file = file;
        this.id = id;
    }

    /**
     * @param file its name, for complaints
     * @param id its name without the ending
     * @throws WrongProviderFileException where it is not what a provider's file has to be
     */
    static Read read(String file, String id, Reader text) {
        return new ProviderFile(file, id).read(text);
    }

    /** A provider, and the line in which its servers begin, each in a line of its own. */
    record Read(String file, Provider provider, List<Integer> lines) {}

    private Read read(Reader text) {
        Node root;
        try {
            root = new Yaml(new SafeConstructor(new LoaderOptions())).compose(text);
        } catch (MarkedYAMLException e) {
            int line = e.getProblemMark() == null ? 1 : e.getProblemMark().getLine() + 1;
            throw new WrongProviderFileException(file, line, e.getProblem());
        }
        if (root == null) {
            throw new WrongProviderFileException(file, 1, "it is empty");
        }
        if (!ID.matcher(id).matches()) {
            throw wrong(root, "its name is to be of small letters, digits and hyphens");
        }
        Map<String, Node> fields = mapping(
                root,
                Set.of("name", "source", "as-of", "questions", "servers"),
                Set.of("name", "source", "as-of", "servers"));
        List<Provider.Question> questions =
                fields.containsKey("questions") ? questions(required(fields, "questions")) : List.of();
        List<Node> lines = sequence(required(fields, "servers"));
        Provider provider = new Provider(
                id,
                scalar(required(fields, "name")),
                source(required(fields, "source")),
                date(required(fields, "as-of")),
                questions,
                lines.stream().map(line -> server(line, questions)).toList());
        return new Read(file, provider, lines.stream().map(ProviderFile::line).toList());
    }

    private URI source(Node node) {
        String text = scalar(node);
        if (!text.startsWith("https://")) {
            throw wrong(node, "a source is an address that begins with https://");
        }
        try {
            return URI.create(text);
        } catch (IllegalArgumentException e) {
            throw wrong(node, "this is no address");
        }
    }

    private LocalDate date(Node node) {
        try {
            return LocalDate.parse(scalar(node));
        } catch (DateTimeParseException e) {
            throw wrong(node, "a date is written like 2026-11-23");
        }
    }

    private Provider.Server server(Node node, List<Provider.Question> questions) {
        String text = scalar(node);
        Matcher server = SERVER.matcher(text);
        if (!server.matches() || Integer.parseInt(server.group(1)) > LARGEST_PRIORITY) {
            throw wrong(node, "a server is written like 10 mx1.example.net, with a priority up to 65535");
        }
        Matcher key = KEY.matcher(server.group(2));
        while (key.find()) {
            String asked = key.group(1);
            if (questions.stream().noneMatch(question -> question.key().equals(asked))) {
                throw wrong(node, "nothing asks for {" + asked + "}");
            }
        }
        return new Provider.Server(Integer.parseInt(server.group(1)), server.group(2));
    }

    private List<Provider.Question> questions(Node node) {
        List<Provider.Question> questions = new ArrayList<>();
        for (Node each : sequence(node)) {
            Map<String, Node> fields = mapping(
                    each, Set.of("key", "de", "en", "example", "options"), Set.of("key", "de", "en", "example"));
            Provider.Question question = new Provider.Question(
                    scalar(required(fields, "key")),
                    Map.of("de", scalar(required(fields, "de")), "en", scalar(required(fields, "en"))),
                    scalar(required(fields, "example")),
                    fields.containsKey("options") ? options(required(fields, "options")) : List.of());
            if (!question.takes(question.example())) {
                throw wrong(required(fields, "example"), "the example is no answer to the question");
            }
            questions.add(question);
        }
        return List.copyOf(questions);
    }

    private List<Provider.Question.Option> options(Node node) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(node, "options are written as answer: label");
        }
        return mapping.getValue().stream()
                .map(option -> new Provider.Question.Option(scalar(option.getKeyNode()), scalar(option.getValueNode())))
                .toList();
    }

    private Map<String, Node> mapping(Node node, Set<String> known, Set<String> required) {
        if (!(node instanceof MappingNode mapping)) {
            throw wrong(node, "here should be fields with names");
        }
        Map<String, Node> fields = new LinkedHashMap<>();
        for (NodeTuple field : mapping.getValue()) {
            String name = scalar(field.getKeyNode());
            if (!known.contains(name)) {
                throw wrong(field.getKeyNode(), "there is no field '" + name + "'");
            }
            if (fields.put(name, field.getValueNode()) != null) {
                throw wrong(field.getKeyNode(), "the field '" + name + "' is there twice");
            }
        }
        required.stream()
                .sorted()
                .filter(name -> !fields.containsKey(name))
                .findFirst()
                .ifPresent(name -> {
                    throw wrong(node, "the field '" + name + "' is missing");
                });
        return fields;
    }

    private List<Node> sequence(Node node) {
        if (!(node instanceof SequenceNode sequence) || sequence.getValue().isEmpty()) {
            throw wrong(node, "here should be a list");
        }
        return sequence.getValue();
    }

    private String scalar(Node node) {
        if (!(node instanceof ScalarNode scalar) || scalar.getValue().isBlank()) {
            throw wrong(node, "here should be a text");
        }
        return scalar.getValue();
    }

    private WrongProviderFileException wrong(Node node, String problem) {
        return new WrongProviderFileException(file, line(node), problem);
    }

    /** One that {@link #mapping} has found to be there. */
    private static Node required(Map<String, Node> fields, String name) {
        return Objects.requireNonNull(fields.get(name), name);
    }

    private static int line(Node node) {
        return node.getStartMark().getLine() + 1;
    }
}
