package org.misconductmonitor.web;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The text of rules that is sent. */
final class RuleBody {
    static final String TEXT = "YAML, one rule a document, as in rule files. UTF-8, 1 MiB at most.";

    private static final String[] YAML = {"application/yaml", "application/x-yaml", "text/yaml"};

    private RuleBody() {}

    /** Content types that it may have. */
    static String[] types() {
        return YAML.clone();
    }

    static String of(Request request) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(request.body()))
                    .toString();
        } catch (CharacterCodingException e) {
            throw ProblemException.of(ProblemType.INVALID_BODY, "the body is not UTF-8");
        }
    }
}
