import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { loadNamesModel, ModelError } from '../../../src/engine/entities/mentions/model.ts';
import { readEntities } from '../../../src/engine/entities/read.ts';
import { readText } from '../../../src/engine/text/read.ts';

const bytes = readFileSync(join(process.cwd(), 'media', 'names.model'));
const model = loadNamesModel(bytes);

/** Names of a text as `type: words`. */
function namesOf(text: string): string[] {
  return readEntities(readText(text), { published: '2025-09-28' }, model).mentions.map(
    mention => `${mention.type}: ${mention.text}`,
  );
}

function tells(text: string, ...expected: string[]): void {
  it(text, () => assert.deepEqual(namesOf(text), expected));
}

describe('names the rules over a document are there for', () => {
  tells('The U.S.-Colombia alliance is old.', 'place: U.S.', 'place: Colombia');
  tells('Talks between Bogotá and Washington failed.', 'place: Bogotá', 'place: Washington');
  tells(
    'Thousands of Palestinians and pro-Palestinian students marched; the palestinian flag flew.',
    'group: Palestinians',
    'group: Palestinian',
    'group: palestinian',
  );
  tells('He spoke in Spanish, then a Spanish minister left.', 'group: Spanish');
  tells(
    'He asked the United States Army, and the army of the United States stood by.',
    'organization: United States Army',
    'organization: army of the United States',
  );
  tells('The ministry said so on X (formerly Twitter).', 'organization: X', 'organization: Twitter');
  tells('He lives in Springfield, Illinois.', 'place: Springfield', 'place: Illinois');

  it('a surname and a handle are persons where the full name is one', () => {
    const names = namesOf('President Gustavo Petro spoke. Petro left. Read @petrogustavo for more.');
    assert.deepEqual(names, ['person: Gustavo Petro', 'person: Petro', 'person: @petrogustavo']);
  });

  it('an acronym in brackets is of its long form’s type', () => {
    const names = namesOf('The Velm River Authority (VRA) met on Monday. The VRA then voted.');
    assert.deepEqual(names, ['organization: Velm River Authority', 'organization: VRA', 'organization: VRA']);
  });

  it('no name carries an article, a title or an ’s', () => {
    for (const name of namesOf(
      'The White House’s counsel met the United Nations’ envoy. Mr. Ortega’s aide saw Gen. Anna Ruiz.',
    ))
      assert.doesNotMatch(name, /: (?:the|mr|gen)\b|['’]s?$/i);
  });

  it('names and values do not overlap, and stand in order', () => {
    const text = readFileSync(join(process.cwd(), 'seeds', 'tribune.txt'), 'utf8');
    const { mentions, values } = readEntities(readText(text), { published: '2025-09-28' }, model);
    const all = [...mentions, ...values].sort((a, b) => a.start - b.start);
    assert.ok(mentions.length > 20 && values.length > 2);
    for (const [i, each] of all.entries()) assert.ok(each.end > each.start && each.start >= (all[i - 1]?.end ?? 0));
  });
});

describe('the names model', () => {
  it('refuses what is no model, another version, or half of one', () => {
    const other = Uint8Array.from(bytes);
    other[4] = 99;
    for (const wrong of [
      new Uint8Array(0),
      new TextEncoder().encode('not a model at all'),
      other,
      bytes.subarray(0, bytes.length / 2),
    ])
      assert.throws(() => loadNamesModel(wrong), ModelError);
  });

  it('takes 25 MB at most once loaded', () => {
    assert.ok(model.bytes < 25e6, `${model.bytes} bytes`);
  });

  it('tells the same of an article whatever it has read before', () => {
    const text = 'Amina Yusuf of Halden Corp flew to Oslo on Friday.';
    const fresh = readEntities(readText(text), {}, loadNamesModel(bytes));
    for (let i = 0; i < 3; i++) namesOf(`Filler number ${i} about Oslo and Halden.`);
    assert.deepEqual(readEntities(readText(text), {}, model), fresh);
  });
});
