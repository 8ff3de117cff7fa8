import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readText } from '../../../src/engine/text/read.ts';

const MARK = '‖';

/** Sentences of news that are hard to part, one paragraph a line, a mark where one ends and another begins. */
const cases = readFileSync(join(process.cwd(), 'test', 'unit', 'text', 'sentences.cases.txt'), 'utf8')
  .split('\n')
  .filter(line => line !== '')
  .map(line => {
    const parts = line.split(MARK).map(part => part.trim());
    const ends: number[] = [];
    let text = '';
    for (const part of parts) {
      text += text === '' ? part : ` ${part}`;
      ends.push(text.length);
    }
    return { text, ends };
  });

describe('sentences', () => {
  it('part 150 hard cases from news with F1 of .97 and more', () => {
    assert.ok(cases.length >= 150);
    let right = 0;
    let told = 0;
    let wanted = 0;
    const wrong: string[] = [];
    for (const { text, ends } of cases) {
      const found = readText(text).sentences.map(sentence => sentence.end);
      right += found.filter(end => ends.includes(end)).length;
      told += found.length;
      wanted += ends.length;
      if (found.join() !== ends.join())
        wrong.push(
          readText(text)
            .sentences.map(s => text.slice(s.start, s.end))
            .join(` ${MARK} `),
        );
    }
    const f1 = (2 * right) / (told + wanted);
    assert.ok(f1 >= 0.97, `F1 ${f1.toFixed(3)}:\n${wrong.join('\n')}`);
  });
});
