/**
 * Text to bytes and back. Encoders are in every place the code runs in, but in no library that TypeScript is given here, since the room
 * is checked without DOM and Node types.
 */
interface Encoding {
  readonly TextEncoder: new () => { encode(text: string): Uint8Array };
  readonly TextDecoder: new (
    label: string,
    options: { fatal: boolean; ignoreBOM: boolean },
  ) => { decode(bytes: Uint8Array): string };
}

const { TextDecoder, TextEncoder } = globalThis as unknown as Encoding;

// Made once: making one costs more than decoding a sidecar.
const encoder = new TextEncoder();
const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const loose = new TextDecoder('utf-8', { fatal: false, ignoreBOM: true });

/** UTF-8 bytes of a text; a byte-order mark in it is kept. */
export function encodeUtf8(text: string): Uint8Array {
  return encoder.encode(text);
}

/** The text, byte-order mark included, or `undefined` when the bytes are not UTF-8: to guess would be to change them on the next write. */
export function decodeUtf8(bytes: Uint8Array): string | undefined {
  try {
    return strict.decode(bytes);
  } catch {
    return undefined;
  }
}

/** The text whatever the bytes are: for articles, which are only read. */
export function decodeUtf8Loosely(bytes: Uint8Array): string {
  return loose.decode(bytes);
}
