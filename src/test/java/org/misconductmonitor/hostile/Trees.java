package org.misconductmonitor.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/**
 * Spoils what is written in a grammar without leaving it: fields go, take each other's names, hold what another one holds,
 * or nearly what they held. The same for the same seed.
 */
public final class Trees {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final List<JsonNode> ODD = List.of(
            JSON.nullNode(),
            JSON.booleanNode(true),
            JSON.numberNode(0),
            JSON.numberNode(-1),
            JSON.numberNode(Integer.MAX_VALUE),
            JSON.numberNode(Long.MIN_VALUE),
            JSON.numberNode(1e300),
            JSON.textNode(""),
            JSON.textNode(" "),
            JSON.textNode("\u001b[2J"),
            JSON.textNode("P999999999D"),
            JSON.textNode("-P1D"),
            JSON.textNode("2024-02-30"),
            JSON.textNode("+999999999-12-31T23:59:59Z"),
            JSON.textNode("x".repeat(5_000)),
            JSON.arrayNode(),
            JSON.objectNode());

    private Trees() {}

    /** @param good objects, one of which it is made from, with pieces of the others */
    public static JsonNode of(List<? extends JsonNode> good, long seed) {
        Random random = new Random(seed);
        JsonNode tree = one(good, random).deepCopy();
        for (int times = random.nextInt(4); times > 0; times--) {
            change(tree, good, random);
        }
        return tree;
    }

    private static void change(JsonNode tree, List<? extends JsonNode> good, Random random) {
        JsonNode place = one(containers(tree), random);
        if (place instanceof ObjectNode object && !object.isEmpty()) {
            change(object, good, random);
        } else if (place instanceof ArrayNode array && !array.isEmpty()) {
            int at = random.nextInt(array.size());
            switch (random.nextInt(3)) {
                case 0 -> array.remove(at);
                case 1 -> array.insert(at, array.get(at).deepCopy());
                default -> array.set(at, odd(array.get(at), random));
            }
        }
    }

    private static void change(ObjectNode object, List<? extends JsonNode> good, Random random) {
        String name = one(names(object), random);
        JsonNode value = object.get(name);
        switch (random.nextInt(6)) {
            case 0 -> object.remove(name);
            case 1 -> object.set(name, odd(value, random));
            case 2 -> object.set(name, piece(good, random));
            case 3 -> object.set(otherName(good, random), value.deepCopy());
            case 4 -> object.set(name, JSON.arrayNode().add(value.deepCopy()).add(value.deepCopy()));
            default -> object.set(otherName(good, random), piece(good, random));
        }
    }

    private static JsonNode odd(JsonNode value, Random random) {
        if (value.isTextual() && random.nextBoolean()) {
            String text = value.textValue();
            int at = random.nextInt(text.length() + 1);
            return JSON.textNode(
                    random.nextBoolean() ? text.substring(0, at) : text.substring(0, at) + '9' + text.substring(at));
        }
        if (value.isInt() && random.nextBoolean()) {
            return JSON.numberNode(value.intValue() + random.nextInt(5) - 2);
        }
        return one(ODD, random).deepCopy();
    }

    private static JsonNode piece(List<? extends JsonNode> good, Random random) {
        JsonNode other = one(containers(one(good, random)), random);
        List<JsonNode> children = new ArrayList<>();
        other.forEach(children::add);
        return children.isEmpty() ? JSON.nullNode() : one(children, random).deepCopy();
    }

    private static String otherName(List<? extends JsonNode> good, Random random) {
        List<String> names = new ArrayList<>();
        containers(one(good, random)).forEach(other -> names.addAll(names(other)));
        return names.isEmpty() ? "x" : one(names, random);
    }

    private static List<String> names(JsonNode object) {
        List<String> names = new ArrayList<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<JsonNode> containers(JsonNode tree) {
        List<JsonNode> found = new ArrayList<>();
        found.add(tree);
        for (int i = 0; i < found.size(); i++) {
            found.get(i).forEach(child -> {
                if (child.isContainerNode()) {
                    found.add(child);
                }
            });
        }
        return found;
    }

    private static <T> T one(List<T> of, Random random) {
        return of.get(random.nextInt(of.size()));
    }
}
