package dev.broadsheet.search.vector;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;

/** Arithmetic on vectors, and their stored form: 16-bit floats, little endian. */
public final class Vectors {
    private Vectors() {}

    /** The inner product; for vectors of length one the cosine of their angle. */
    public static double similarity(float[] one, float[] other) {
        double sum = 0;
        for (int i = 0; i < one.length; i++) {
            sum += (double) one[i] * other[i];
        }
        return sum;
    }

    /** The vector brought to length one; the null vector stays as it is. */
    public static float[] normalised(float[] vector) {
        double length = Math.sqrt(similarity(vector, vector));
        float[] result = vector.clone();
        if (length > 0) {
            for (int i = 0; i < result.length; i++) {
                result[i] = (float) (vector[i] / length);
            }
        }
        return result;
    }

    public static byte[] toBytes(float[] vector) {
        ByteBuffer bytes = ByteBuffer.allocate(vector.length * Short.BYTES).order(ByteOrder.LITTLE_ENDIAN);
        for (float value : vector) {
            bytes.putShort(Float.floatToFloat16(value));
        }
        return bytes.array();
    }

    /** The vector as stored, brought back to length one, which rounding took from it. */
    public static float[] fromBytes(byte[] stored) {
        ByteBuffer bytes = ByteBuffer.wrap(stored).order(ByteOrder.LITTLE_ENDIAN);
        float[] vector = new float[stored.length / Short.BYTES];
        for (int i = 0; i < vector.length; i++) {
            vector[i] = Float.float16ToFloat(bytes.getShort());
        }
        return normalised(vector);
    }
}
