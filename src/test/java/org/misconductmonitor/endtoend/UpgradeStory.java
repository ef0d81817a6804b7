package org.misconductmonitor.endtoend;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.misconductmonitor.cli.Main;
import org.misconductmonitor.event.Event;
import org.misconductmonitor.rule.RuleSet;
import org.misconductmonitor.rule.file.RuleFiles;

/** What a release has played before its site was kept: rules, events, and those that come afterwards. */
record UpgradeStory(Path directory) {
    static UpgradeStory of(String release) {
        return new UpgradeStory(Path.of("src/test/resources/upgrade").resolve(release));
    }

    /** What {@code backup create} made of the site. */
    Path backup() {
        return directory.resolve("site");
    }

    /** Names of their own: they are part of what is stored. */
    Map<String, String> settings() {
        String name = "upgrade-" + directory.getFileName();
        return Map.of("application.id", name, "topics.prefix", name + ".", "reviews.acknowledge.working.days", "250");
    }

    /** With which it was started. */
    RuleSet rules() {
        return RuleFiles.load(List.of(directory.resolve("rules"))).rules();
    }

    /** With the one that was published later. */
    RuleSet allRules() {
        return RuleFiles.load(List.of(directory.resolve("rules"), published())).rules();
    }

    Path published() {
        return directory.resolve("published.yaml");
    }

    List<Event> events() throws IOException {
        return Stories.events(directory.resolve("events.jsonl"));
    }

    /** They come when the next release runs. */
    List<Event> later() throws IOException {
        return Stories.events(directory.resolve("later.jsonl"));
    }

    /** Those and then these. */
    List<Event> all() throws IOException {
        List<Event> all = new ArrayList<>(events());
        all.addAll(later());
        return all;
    }

    /** Runs a command that needs no site, which must succeed. */
    static String command(String... words) {
        StringWriter said = new StringWriter();
        int exit = Main.run(new PrintWriter(said), new PrintWriter(said), words);
        if (exit != 0) {
            throw new IllegalStateException(said.toString());
        }
        return said.toString();
    }

    /** Runs a command on the site, which must succeed. */
    static String command(Site site, String... words) {
        List<String> arguments = new ArrayList<>(Arrays.asList(words));
        arguments.addAll(site.arguments());
        return command(arguments.toArray(String[]::new));
    }
}
