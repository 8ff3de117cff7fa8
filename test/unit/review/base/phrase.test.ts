import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { classify } from '../../../../src/review/base/paths.ts';
import { phrase, spoken, spokenAll } from '../../../../src/review/base/phrase.ts';
import { readSidecar } from '../../../../src/review/format/sidecar.ts';
import { speakingFiles, stringsIn } from '../../../tools/strings.mjs';

const upper = (words: string) => words.toUpperCase();

describe('phrases', () => {
  it('are filled in, phrases within phrases as well, and translated by their words alone', () => {
    const said = phrase('"{0}" wants {1}, not {2}', 'fact', phrase('a slug'), 17);
    assert.equal(spoken(said), '"fact" wants a slug, not 17');
    assert.equal(spoken(said, upper), '"fact" WANTS A SLUG, NOT 17');
    assert.equal(spokenAll([phrase('One.'), phrase('Two.')]), 'One. Two.');
  });

  it('leave alone what is no hole, and never fill in a filling', () => {
    assert.equal(spoken(phrase('such as {article: 002.txt}, {3}', 'x')), 'such as {article: 002.txt}, {3}');
    assert.equal(spoken(phrase('{0} and {1}', '{1}', 'b')), '{1} and b');
  });

  it('make every problem that a reader tells: each of its words is there for translators', () => {
    const text = `version: 1
reviewer: Bob
annotations:
  - type: claim
    quote: words
    fact: Strike deaths
    mood: sure
    taggs: [a]
  - type: song
    quote: words
  - quote: words
  - type: reply
    to: nobody
  - {type: note, quote: words, start: -1}
  - just words
`;
    const sidecar = readSidecar(classify('a.txt.jane.crosscheck.yaml'), text);
    const known = new Set(stringsIn('src'));
    assert.ok((sidecar?.problems.length ?? 0) >= 7, JSON.stringify(sidecar?.problems));
    for (const { phrases, fixes } of sidecar?.problems ?? []) {
      for (const said of [...phrases, ...fixes.map(fix => fix.phrase)])
        spoken(said, words => {
          assert.ok(known.has(words), words);
          return words;
        });
    }
  });

  it('are nowhere made of words put together, which no translator would find', () => {
    for (const name of speakingFiles('src')) {
      const code = readFileSync(name, 'utf8');
      assert.doesNotMatch(code, /\b(?:phrase|wants|l10n\.t)\(\s*`/, name);
      assert.doesNotMatch(code, /\bmessage: `/, name);
    }
  });
});
