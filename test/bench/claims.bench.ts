/**
 * How fast names, values and claims are read together, beside `compromise`'s people, places and organizations, in one run on the same text:
 * the seed articles over and over, each copy with other digits. The two take turns, so that whatever else the machine does hits both alike.
 */
import nlp from 'compromise';
import { readClaims } from '../../src/engine/claims/read.ts';
import { loadNamesModel } from '../../src/engine/entities/mentions/model.ts';
import { readEntities } from '../../src/engine/entities/read.ts';
import { readText } from '../../src/engine/text/read.ts';
import { copies, modelBytes, print, seconds, wordsIn } from './seedCopies.ts';

const ROUNDS = 5;
const model = loadNamesModel(modelBytes);
const info = { published: '2026-05-04' };

const ours = copies(150);
const theirs = copies(10);
const readings = ours.map(text => readText(text));
const together = (): void => {
  for (const reading of readings) readClaims(reading, readEntities(reading, info, model));
};
const entities = readings.map(reading => readEntities(reading, info, model));
const claimsAlone = (): void => {
  for (const [i, reading] of readings.entries()) readClaims(reading, entities[i] ?? { mentions: [], values: [] });
};
const peer = (): void => {
  for (const text of theirs) {
    const doc = nlp(text);
    doc.people().json();
    doc.places().json();
    doc.organizations().json();
  }
};

together();
peer();
const best = { together: Number.POSITIVE_INFINITY, claims: Number.POSITIVE_INFINITY, peer: Number.POSITIVE_INFINITY };
for (let round = 0; round < ROUNDS; round++) {
  best.together = Math.min(best.together, seconds(together));
  best.peer = Math.min(best.peer, seconds(peer));
  best.claims = Math.min(best.claims, seconds(claimsAlone));
}
const rate = wordsIn(ours) / best.together;
const peerRate = wordsIn(theirs) / best.peer;
print({
  'names, values and claims, words/s': Math.round(rate),
  'claims alone, words/s': Math.round(wordsIn(ours) / best.claims),
  'compromise, names, words/s': Math.round(peerRate),
  'ratio (at least 5)': Number((rate / peerRate).toFixed(1)),
});
