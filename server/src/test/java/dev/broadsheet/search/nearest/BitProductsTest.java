package dev.broadsheet.search.nearest;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.RepetitionInfo;
import org.junit.jupiter.api.Test;

class BitProductsTest {

    @RepeatedTest(20)
    void bothMultiplyAsBitByBit(RepetitionInfo repetition) {
        long seed = repetition.getCurrentRepetition();
        Random random = new Random(seed);
        int words = 1 + random.nextInt(14);
        int vectors = BitProducts.LANES * (1 + random.nextInt(6));
        int first = BitProducts.LANES * random.nextInt(vectors / BitProducts.LANES);
        int[] bits = random.ints((long) vectors * BitProducts.BITS * words).toArray();
        int[] codes = new int[vectors * BitProducts.BITS * words];
        for (int vector = 0; vector < vectors; vector++) {
            for (int word = 0; word < BitProducts.BITS * words; word++) {
                int block = vector / BitProducts.LANES * BitProducts.BITS * words + word;
                codes[block * BitProducts.LANES + vector % BitProducts.LANES] =
                        bits[vector * BitProducts.BITS * words + word];
            }
        }
        int[] planes = random.ints((long) BitProducts.PLANES * words).toArray();

        int[] expected = new int[vectors - first];
        for (int vector = first; vector < vectors; vector++) {
            for (int bit = 0; bit < words * Integer.SIZE; bit++) {
                int word = bit / Integer.SIZE;
                int number = 0;
                for (int plane = 0; plane < BitProducts.PLANES; plane++) {
                    number |= (planes[plane * words + word] >>> bit & 1) << plane;
                }
                int code = vector * BitProducts.BITS * words + word;
                int its = (bits[code] >>> bit & 1) + 2 * (bits[code + words] >>> bit & 1);
                expected[vector - first] += number * its;
            }
        }

        for (BitProducts products : new BitProducts[] {new PlainBitProducts(), new WideBitProducts()}) {
            int[] found = new int[vectors];
            Arrays.fill(found, -1);
            products.multiply(codes, words, planes, first, vectors - first, found);
            assertThat(Arrays.copyOf(found, vectors - first))
                    .as("%s, seed %d", products, seed)
                    .isEqualTo(expected);
        }
    }

    @Test
    void theTestsRunWithVectorArithmetic() {
        assertThat(BitProducts.fastest()).isInstanceOf(WideBitProducts.class);
    }
}
