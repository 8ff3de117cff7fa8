import { strict as assert } from 'node:assert';
import fc from 'fast-check';
import { normalizeText } from '../../../src/engine/text/normalize.ts';
import { readText } from '../../../src/engine/text/read.ts';
import type { Reading } from '../../../src/engine/text/reading.ts';

const article = `---
outlet: Harbour Post
---
# Dam Holds as Rain Eases

The dam above Velm held on Friday, the U.S. envoy said.
Its spillway was opened at 9 p.m. and 40 families left.

- Schools stay *shut* until [Monday](https://example.org/a_b).
- Buses run.

\`\`\`
not prose. At all.
\`\`\`

“We will stay,” said Ms. Orla Finn. “All of us.”
`;

const sentencesOf = (reading: Reading): string[] => reading.sentences.map(s => reading.text.slice(s.start, s.end));

/** What must hold of every reading. */
function check(reading: Reading): void {
  let end = 0;
  for (const token of reading.tokens) {
    assert.equal(reading.text.slice(token.start, token.end), token.text);
    assert.ok(token.start >= end, 'tokens do not overlap');
    end = token.end;
  }
  let next = 0;
  for (const sentence of reading.sentences) {
    const paragraph = reading.paragraphs[sentence.paragraph];
    assert.ok(
      paragraph && sentence.start >= paragraph.start && sentence.end <= paragraph.end,
      'no sentence leaves its paragraph',
    );
    assert.equal(sentence.firstToken, next);
    next = sentence.endToken;
  }
  assert.equal(next, reading.tokens.length, 'every token is in a sentence');
}

describe('reading', function () {
  this.timeout(120_000);

  it('leaves front matter, code, links and emphasis out of prose', () => {
    const reading = readText(article, { markdown: true });
    check(reading);
    assert.deepEqual(
      reading.paragraphs.map(paragraph => paragraph.kind),
      ['matter', 'heading', 'prose', 'bullet', 'bullet', 'code', 'code', 'code', 'prose'],
    );
    const words = reading.tokens.map(token => token.text);
    assert.ok(words.includes('shut') && words.includes('Monday'));
    assert.ok(!words.some(word => word.includes('example.org') || word === '*' || word === 'Harbour'));
    assert.ok(sentencesOf(reading).includes('Its spillway was opened at 9 p.m. and 40 families left.'));
  });

  it('counts offsets alike whatever the line ends and the mark at the head', () => {
    const unix = normalizeText(article);
    for (const raw of [`\uFEFF${article}`, article.replaceAll('\n', '\r\n'), article.replaceAll('\n', '\r')])
      assert.equal(normalizeText(raw), unix);
  });

  it('reads any text, and misses no character that is not white', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 200 }), raw => {
        const text = normalizeText(raw);
        const reading = readText(text);
        check(reading);
      }),
      { seed: 4, numRuns: 120 },
    );
  });

  it('after an edit reads what it would read afresh', () => {
    const pieces = ['\n', '\n\n', ' Mr. Abe spoke.', '“', 'No. 4', '# ', '```\n', 'U.S.', '…', '— ', '@cityhall', '🌧'];
    fc.assert(
      fc.property(fc.nat(article.length), fc.nat(30), fc.constantFrom(...pieces), (at, cut, piece) => {
        const edited = article.slice(0, at) + piece + article.slice(at + cut);
        const previous = readText(article, { markdown: true });
        assert.deepEqual(readText(edited, { markdown: true, previous }), readText(edited, { markdown: true }));
      }),
      { seed: 4, numRuns: 120 },
    );
  });

  it('after an edit keeps the tokens of every other paragraph', () => {
    const text = Array.from(
      { length: 300 },
      (_, i) => `Paragraph ${i} tells that ${i * 7} people came to the fair in Velm.`,
    ).join('\n');
    const previous = readText(text);
    const edited = text.replace('Paragraph 150 tells', 'Paragraph 150 does not tell');
    const reading = readText(edited, { previous });
    check(reading);
    const kept = new Set(previous.tokens);
    const before = reading.tokens.filter(token => token.start < edited.indexOf('Paragraph 150'));
    assert.ok(
      before.length > 1000 && before.every(token => kept.has(token)),
      'tokens before the edit are the same objects',
    );
  });
});
