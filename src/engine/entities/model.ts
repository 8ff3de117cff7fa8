/**
 * The trained names model: what `media/names.model` holds, read into typed arrays.
 */

/** The file is no names model, or one of another version. */
export class ModelError extends Error {
  override readonly name = 'ModelError';
}

export interface NamesModel {
  readonly version: number;
}

/** Four bytes that open every names model, and the version this code reads. */
export const MAGIC = 0x4d4e4343; // "CCNM", little-endian
export const VERSION = 1;

/** Reads a model's bytes. Throws `ModelError` when they are none of this version. */
export function loadNamesModel(bytes: Uint8Array): NamesModel {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.byteLength < 8 || view.getUint32(0, true) !== MAGIC) throw new ModelError('This is no names model.');
  const version = view.getUint32(4, true);
  if (version !== VERSION)
    throw new ModelError(`The names model has version ${version}, this engine reads version ${VERSION}.`);
  return { version };
}
