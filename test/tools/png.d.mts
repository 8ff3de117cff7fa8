/** The same picture with a palette of 256 colours at most. */
export function smaller(png: Buffer): Buffer;
