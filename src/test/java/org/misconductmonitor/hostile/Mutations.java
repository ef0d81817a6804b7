package org.misconductmonitor.hostile;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** Spoils inputs in the ways in which they are spoilt; the same for the same seed. */
public final class Mutations {
    private static final byte[] ODD = {0, 1, 2, 127, -128, -1, '\n', '"', '{', '[', ':', '%', '\\', '/'};

    private Mutations() {}

    public static byte[] of(List<byte[]> seeds, long seed) {
        Random random = new Random(seed);
        byte[] input = seeds.get(random.nextInt(seeds.size())).clone();
        for (int times = 1 + random.nextInt(4); times > 0; times--) {
            input = mutated(input, seeds, random);
        }
        return input;
    }

    private static byte[] mutated(byte[] input, List<byte[]> seeds, Random random) {
        int at = random.nextInt(input.length + 1);
        int to = Math.min(input.length, at + random.nextInt(9));
        byte[] piece =
                switch (random.nextInt(6)) {
                    case 0 -> new byte[0];
                    case 1 -> new byte[] {ODD[random.nextInt(ODD.length)]};
                    case 2 -> new byte[] {(byte) random.nextInt()};
                    case 3 -> Arrays.copyOfRange(input, at, to);
                    case 4 -> piece(seeds.get(random.nextInt(seeds.size())), random);
                    default -> repeated(ODD[random.nextInt(ODD.length)], random.nextInt(100));
                };
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        bytes.write(input, 0, at);
        bytes.writeBytes(piece);
        int from = random.nextBoolean() ? at : to;
        bytes.write(input, from, input.length - from);
        return bytes.toByteArray();
    }

    private static byte[] piece(byte[] other, Random random) {
        int from = random.nextInt(other.length + 1);
        return Arrays.copyOfRange(other, from, Math.min(other.length, from + random.nextInt(40)));
    }

    private static byte[] repeated(byte what, int times) {
        byte[] bytes = new byte[times];
        Arrays.fill(bytes, what);
        return bytes;
    }
}
