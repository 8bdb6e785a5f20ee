package org.extenddb.core.object;

import java.io.IOException;
import java.io.OutputStream;

/** An object that is being written. Closing it without {@link #finish} before drops it. For one thread. */
public abstract class ObjectWriter extends OutputStream {
    /**
     * Makes the object appear. Nothing can be written afterwards, and closing does nothing.
     *
     * @throws ObjectStoreException when it is not known whether it appeared
     */
    public abstract ObjectInfo finish() throws IOException;

    @Override
    public abstract void write(byte[] bytes, int offset, int length) throws IOException;

    @Override
    public void write(int value) throws IOException {
        write(new byte[] {(byte) value}, 0, 1);
    }

    @Override
    public abstract void close() throws IOException;
}
