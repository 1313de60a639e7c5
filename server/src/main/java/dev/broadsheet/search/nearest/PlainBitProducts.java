package dev.broadsheet.search.nearest;

import java.util.Arrays;

/** One vector after the other, for a Java without vector arithmetic. */
final class PlainBitProducts implements BitProducts {
    @Override
    public void multiply(int[] codes, int words, int[] planes, int first, int count, int[] products) {
        Arrays.fill(products, 0, count, 0);
        for (int block = 0; block < count; block += LANES) {
            for (int word = 0; word < BITS * words; word++) {
                int from = ((first + block) / LANES * BITS * words + word) * LANES;
                for (int lane = 0; lane < LANES; lane++) {
                    int code = codes[from + lane];
                    int sum = 0;
                    for (int plane = 0; plane < PLANES; plane++) {
                        sum += Integer.bitCount(code & planes[plane * words + word % words]) << plane;
                    }
                    products[block + lane] += sum << word / words;
                }
            }
        }
    }
}
