import assert from 'node:assert/strict';
import { deflateSync, inflateSync } from 'node:zlib';
import { smaller } from '../../tools/png.mjs';

const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

function chunk(type: string, data: readonly number[] | Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), Buffer.from(data)]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  return framed;
}

/** The parts of a PNG by their type. */
function parts(png: Buffer): ReadonlyMap<string, Buffer> {
  const found = new Map<string, Buffer>();
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    found.set(png.toString('latin1', at + 4, at + 8), png.subarray(at + 8, at + 8 + length));
    at += length + 12;
  }
  return found;
}

describe('pictures', () => {
  it('become smaller, and keep their colours where these are few', () => {
    const red = [200, 10, 20];
    const blue = [10, 20, 200];
    const less = (a: readonly number[], b: readonly number[]) => a.map((value, i) => (value - (b[i] ?? 0)) & 255);
    // Two rows of two: by the pixel to the left, then by the row above.
    const rows = [1, ...red, ...less(blue, red), 2, ...less(blue, red), ...less(red, blue)];
    const head = [0, 0, 0, 2, 0, 0, 0, 2, 8, 2, 0, 0, 0];
    const png = Buffer.concat([
      Buffer.from(SIGNATURE),
      chunk('IHDR', head),
      chunk('IDAT', deflateSync(Buffer.from(rows))),
      chunk('IEND', []),
    ]);
    const small = smaller(png);
    const made = parts(small);
    const palette = made.get('PLTE') ?? Buffer.alloc(0);
    const pixels = inflateSync(made.get('IDAT') ?? Buffer.alloc(0));
    const colourOf = (index: number | undefined) => [...palette.subarray(3 * (index ?? 0), 3 * (index ?? 0) + 3)];
    assert.deepEqual(
      [1, 2, 4, 5].map(at => colourOf(pixels[at])),
      [red, blue, blue, red],
    );
    assert.deepEqual([pixels[0], pixels[3]], [0, 0]);
    assert.equal(small.subarray(-4).toString('hex'), 'ae426082', 'the sum of a PNG’s last part is always that');
  });

  it('of another kind are refused', () => {
    assert.throws(() => smaller(Buffer.from('GIF89a, not a PNG')), /Not a PNG/);
  });
});
