package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.misconductmonitor.event.EventType;
import org.misconductmonitor.event.Feed;
import org.misconductmonitor.event.Field;

/** The schemas of the feeds and the events of the engine say the same. */
class EventSchemasTest {
    private static final Map<Feed, MonitorTopic> TOPICS = Map.of(
            Feed.ALLEGATIONS, MonitorTopic.ALLEGATIONS,
            Feed.VETTING, MonitorTopic.VETTING,
            Feed.WORKFORCE, MonitorTopic.WORKFORCE,
            Feed.REPORTS, MonitorTopic.REPORTS);

    @TestFactory
    Stream<DynamicTest> shouldHaveAFieldOfTheSameKindForEveryFieldOfASchema() {
        return forEveryFeed(feed -> assertThat(schema(feed).getFields()).allSatisfy(field -> {
            Field known = Field.named(field.name()).orElseThrow(() -> new AssertionError("no Field " + field.name()));
            assertThat(kind(known, field)).as(field.name()).isEqualTo(known.kind());
        }));
    }

    @TestFactory
    Stream<DynamicTest> shouldHaveASymbolForEveryEventTypeOfTheFeed() {
        return forEveryFeed(feed -> {
            List<String> types = Arrays.stream(EventType.values())
                    .filter(type -> type.feed() == feed || type == EventType.UNKNOWN)
                    .map(EventType::name)
                    .toList();
            assertThat(schema(feed).getField("eventType").schema().getEnumSymbols())
                    .containsExactlyInAnyOrderElementsOf(types);
        });
    }

    @Test
    void shouldPublishEveryFieldInAtLeastOneFeed() {
        assertThat(Field.values()).allMatch(field -> TOPICS.keySet().stream()
                .anyMatch(feed -> schema(feed).getField(field.jsonName()) != null));
    }

    private static Stream<DynamicTest> forEveryFeed(Consumer<Feed> rule) {
        return Arrays.stream(Feed.values()).map(feed -> DynamicTest.dynamicTest(feed.name(), () -> rule.accept(feed)));
    }

    private static Schema schema(Feed feed) {
        return TopicSchemas.of(TOPICS.get(feed));
    }

    /** The type of an event is an enum there and an {@link EventType} here, with its word as text. */
    private static Field.Kind kind(Field known, Schema.Field field) {
        return known == Field.EVENT_TYPE ? Field.Kind.TEXT : kind(valueType(field.schema()));
    }

    private static Schema valueType(Schema schema) {
        return schema.isUnion()
                ? schema.getTypes().stream()
                        .filter(type -> type.getType() != Schema.Type.NULL)
                        .findFirst()
                        .orElseThrow()
                : schema;
    }

    private static Field.Kind kind(Schema type) {
        return switch (type.getType()) {
            case STRING -> Field.Kind.TEXT;
            case ENUM -> Field.Kind.VOCABULARY;
            case INT -> Field.Kind.INTEGER;
            case BOOLEAN -> Field.Kind.FLAG;
            case LONG -> Field.Kind.INSTANT;
            default -> throw new AssertionError("no kind of field is a " + type);
        };
    }
}
