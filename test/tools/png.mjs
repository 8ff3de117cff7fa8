// Makes pictures of a screen small: 256 colours are enough for text on flat ground.
// Method: median cut over the histogram of colours (Heckbert 1982), each colour then painted as the mean of its box; no dithering, which would
// spoil flat ground for deflate. Cost: linear in the pixels, and in the colours times the depth of the cuts.
import { deflateSync, inflateSync } from 'node:zlib';

const SIGNATURE = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
const COLOURS = 256;

/**
 * The same picture with a palette.
 * @param {Buffer} png 8 bits a channel, RGB or RGBA (its alpha is dropped), not interlaced: as Chromium writes it
 * @returns {Buffer}
 */
export function smaller(png) {
  const { width, height, pixels, channels } = decode(png);
  const colours = new Uint32Array(width * height);
  const counts = new Map();
  for (let i = 0; i < colours.length; i++) {
    const at = i * channels;
    const colour = (pixels[at] << 16) | (pixels[at + 1] << 8) | pixels[at + 2];
    colours[i] = colour;
    counts.set(colour, (counts.get(colour) ?? 0) + 1);
  }
  const { palette, indexOf } = paletteOf(counts);
  const rows = Buffer.alloc(height * (width + 1));
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) rows[y * (width + 1) + 1 + x] = indexOf.get(colours[y * width + x]);
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 3, 0, 0, 0], 8);
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', head),
    chunk('PLTE', Buffer.from(palette.flat())),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function paletteOf(counts) {
  const all = [...counts].map(([colour, count]) => ({
    colour,
    count,
    rgb: [colour >> 16, (colour >> 8) & 255, colour & 255],
  }));
  const boxes = [boxOf(all)];
  while (boxes.length < COLOURS) {
    boxes.sort((a, b) => b.weight - a.weight);
    const [widest] = boxes;
    if (!widest || widest.weight === 0) break;
    boxes.splice(0, 1, ...halves(widest));
  }
  const indexOf = new Map();
  const palette = boxes.map(({ colours, count }, index) => {
    for (const { colour } of colours) indexOf.set(colour, index);
    return [0, 1, 2].map(i => Math.round(colours.reduce((sum, each) => sum + each.rgb[i] * each.count, 0) / count));
  });
  return { palette, indexOf };
}

/** A box of colours, its longest axis, and how much is to be gained by cutting it. */
function boxOf(colours) {
  const ranges = [0, 1, 2].map(i => {
    let low = 255;
    let high = 0;
    for (const { rgb } of colours) {
      low = Math.min(low, rgb[i]);
      high = Math.max(high, rgb[i]);
    }
    return high - low;
  });
  const axis = ranges.indexOf(Math.max(...ranges));
  const count = colours.reduce((sum, each) => sum + each.count, 0);
  return { colours, axis, count, weight: ranges[axis] ** 2 * Math.sqrt(count) };
}

function halves({ colours, axis, count }) {
  const sorted = [...colours].sort((a, b) => a.rgb[axis] - b.rgb[axis] || a.colour - b.colour);
  let cut = 1;
  for (let sum = sorted[0].count; cut < sorted.length - 1 && sum < count / 2; cut++) sum += sorted[cut].count;
  return [boxOf(sorted.slice(0, cut)), boxOf(sorted.slice(cut))];
}

function decode(png) {
  if (!png.subarray(0, 8).equals(SIGNATURE)) throw new Error('Not a PNG.');
  const parts = [];
  let head;
  for (let at = 8; at < png.length; ) {
    const length = png.readUInt32BE(at);
    const type = png.toString('latin1', at + 4, at + 8);
    const data = png.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') head = data;
    if (type === 'IDAT') parts.push(data);
    at += length + 12;
  }
  const [depth, kind, , , interlaced] = head.subarray(8);
  if (depth !== 8 || (kind !== 2 && kind !== 6) || interlaced)
    throw new Error('A PNG of another kind than Chromium’s.');
  const width = head.readUInt32BE(0);
  const height = head.readUInt32BE(4);
  const channels = kind === 6 ? 4 : 3;
  return {
    width,
    height,
    channels,
    pixels: unfiltered(inflateSync(Buffer.concat(parts)), width * channels, height, channels),
  };
}

function unfiltered(raw, stride, height, step) {
  const out = Buffer.alloc(stride * height);
  for (let y = 0; y < height; y++) {
    const filter = raw[y * (stride + 1)];
    for (let x = 0; x < stride; x++) {
      const at = y * stride + x;
      const left = x >= step ? out[at - step] : 0;
      const up = y > 0 ? out[at - stride] : 0;
      const corner = x >= step && y > 0 ? out[at - stride - step] : 0;
      out[at] = raw[y * (stride + 1) + 1 + x] + predicted(filter, left, up, corner);
    }
  }
  return out;
}

function predicted(filter, left, up, corner) {
  if (filter === 1) return left;
  if (filter === 2) return up;
  if (filter === 3) return (left + up) >> 1;
  if (filter !== 4) return 0;
  const [a, b, c] = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs);
  return a <= b && a <= c ? left : b <= c ? up : corner;
}

function chunk(type, data) {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const framed = Buffer.alloc(body.length + 8);
  framed.writeUInt32BE(data.length, 0);
  body.copy(framed, 4);
  framed.writeUInt32BE(checksum(body), body.length + 4);
  return framed;
}

const TABLE = Array.from({ length: 256 }, (_, n) => {
  let c = n;
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1;
  return c >>> 0;
});

function checksum(bytes) {
  let c = 0xffffffff;
  for (const byte of bytes) c = TABLE[(c ^ byte) & 255] ^ (c >>> 8);
  return (c ^ 0xffffffff) >>> 0;
}
