package org.misconductmonitor.topology;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.apache.avro.Schema;
import org.apache.avro.SchemaCompatibility;
import org.apache.avro.SchemaCompatibility.SchemaCompatibilityType;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** What every schema of the project promises to those who publish and read. */
class SchemaRulesTest {
    @TestFactory
    Stream<DynamicTest> shouldReadWhatEveryReleaseHasWritten() {
        return AvroSchemas.releases().stream()
                .flatMap(release -> AvroSchemas.filesIn(release).stream())
                .map(released -> DynamicTest.dynamicTest(released.toString(), () -> assertReadable(released)));
    }

    @Test
    void shouldHaveAReleaseToCompareWith() {
        assertThat(AvroSchemas.releases()).isNotEmpty();
    }

    /** Records and state that were written with it are read with it for ever; a new release gets a line of its own. */
    @Test
    void shouldNeverChangeWhatWasReleased() {
        Map<String, String> digests = AvroSchemas.releases().stream()
                .collect(Collectors.toMap(release -> release.getFileName().toString(), AvroSchemas::digest));

        assertThat(digests)
                .isEqualTo(Map.of(
                        "0.1.0",
                        "6ad52e83986f20dafbbab924a7060a87248b950106d7debf06273bfbbc6c0447",
                        "0.2.0",
                        "96dfbdccbb3fa2a8a626226eec44460012dfc7fae6126f6a37c2ff1804b5708c"));
    }

    @Test
    void shouldKnowEveryReleaseWhenItReadsState() {
        assertThat(AvroSchemas.releases().stream()
                        .map(release -> release.getFileName().toString()))
                .containsExactlyElementsOf(ReleasedSchemas.RELEASES);
    }

    @Test
    void shouldUseEverySchemaForATopic() {
        List<String> files = AvroSchemas.filesIn(AvroSchemas.CURRENT).stream()
                .map(file -> "schemas/" + file.getFileName())
                .toList();

        assertThat(Stream.of(MonitorTopic.values()).flatMap(topic -> topic.schemaResource().stream()))
                .containsOnlyOnceElementsOf(files.stream()
                        .filter(file -> !file.equals("schemas/alert.avsc"))
                        .toList())
                .contains("schemas/alert.avsc");
    }

    @TestFactory
    Stream<DynamicTest> shouldDocumentEveryRecordAndField() {
        return forEverySchema(SchemaRulesTest::assertDocumented);
    }

    @TestFactory
    Stream<DynamicTest> shouldLetEveryEnumGrow() {
        return forEverySchema(schema -> assertThat(AvroSchemas.within(schema))
                .filteredOn(type -> type.getType() == Schema.Type.ENUM)
                .allSatisfy(type -> {
                    assertThat(type.getEnumDefault()).as(type.getFullName()).isEqualTo("UNKNOWN");
                    assertThat(type.getEnumSymbols().get(0))
                            .as(type.getFullName())
                            .isEqualTo("UNKNOWN");
                }));
    }

    @TestFactory
    Stream<DynamicTest> shouldCountEveryInstantInMicroseconds() {
        return forEverySchema(schema -> {
            assertThat(AvroSchemas.within(schema))
                    .filteredOn(type -> type.getLogicalType() != null)
                    .allSatisfy(
                            type -> assertThat(type.getLogicalType().getName()).isEqualTo("timestamp-micros"));
            assertThat(schema.getFields())
                    .filteredOn(field -> field.name().endsWith("At"))
                    .allSatisfy(field -> assertThat(AvroSchemas.within(field.schema()))
                            .as(field.name())
                            .anyMatch(type -> type.getLogicalType() != null));
        });
    }

    private static Stream<DynamicTest> forEverySchema(Consumer<Schema> rule) {
        return AvroSchemas.filesIn(AvroSchemas.CURRENT).stream()
                .map(file -> DynamicTest.dynamicTest(file.toString(), () -> rule.accept(AvroSchemas.parse(file))));
    }

    private static void assertReadable(Path released) {
        Path current = AvroSchemas.CURRENT.resolve(released.getFileName());
        assertThat(current).as("schemas are never removed").exists();
        SchemaCompatibility.SchemaCompatibilityResult result = SchemaCompatibility.checkReaderWriterCompatibility(
                        AvroSchemas.parse(current), AvroSchemas.parse(released))
                .getResult();
        assertThat(result.getCompatibility())
                .as("%s cannot read what %s wrote: %s", current, released, result.getIncompatibilities())
                .isEqualTo(SchemaCompatibilityType.COMPATIBLE);
    }

    private static void assertDocumented(Schema schema) {
        assertThat(AvroSchemas.within(schema))
                .filteredOn(type -> type.getType() == Schema.Type.RECORD)
                .allSatisfy(type -> {
                    assertThat(type.getDoc()).as(type.getFullName()).isNotBlank();
                    assertThat(type.getFields()).allSatisfy(field -> assertThat(field.doc())
                            .as(type.getFullName() + "." + field.name())
                            .isNotBlank());
                });
    }
}
