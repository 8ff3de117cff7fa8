import { strict as assert } from 'node:assert';
import { type Naming, nameEntities, type Overrides } from '../../../src/engine/entities/naming/naming.ts';
import { withOverrides } from '../../../src/engine/entities/naming/overrides.ts';
import type { Mention, NamedArticle, NameType } from '../../../src/engine/entities/types.ts';
import { readText } from '../../../src/engine/text/read.ts';

const TYPES: Readonly<Record<string, NameType>> = {
  P: 'person',
  O: 'organization',
  L: 'place',
  G: 'group',
  E: 'event',
};

/** An article whose names are marked: `[P Ana Reyes] left [L Velm].` */
function article(path: string, marked: string): NamedArticle {
  const mentions: Mention[] = [];
  let text = '';
  let at = 0;
  for (const mark of marked.matchAll(/\[([POLGE]) ([^\]]+)\]/g)) {
    text += marked.slice(at, mark.index);
    const words = mark[2] ?? '';
    mentions.push({
      start: text.length,
      end: text.length + words.length,
      type: TYPES[mark[1] ?? ''] ?? 'place',
      text: words,
    });
    text += words;
    at = mark.index + mark[0].length;
  }
  return { path, reading: readText(text + marked.slice(at)), mentions };
}

const namesOf = (naming: Naming, { path, mentions }: NamedArticle): (string | undefined)[] =>
  mentions.map((_, i) => naming.canonicalOf(path, i));

function one(marked: string, ...names: string[]): void {
  it(marked, () => {
    const only = article('a.txt', marked);
    assert.deepEqual(namesOf(nameEntities([only]), only), names);
  });
}

describe('one name for one person', () => {
  one('[P Ana Reyes] spoke. [P Reyes] left with [P Ana].', 'Ana Reyes', 'Ana Reyes', 'Ana Reyes');
  one(
    '[P Gustavo Petro] and [P Gustavo Petro Urrego]; [P Petro] wrote as [P @petrogustavo].',
    'Gustavo Petro Urrego',
    'Gustavo Petro Urrego',
    'Gustavo Petro Urrego',
    'Gustavo Petro Urrego',
  );
  one(
    '[P Gustavo Petro] met [P Petro Poroshenko]. [P Petro] left.',
    'Gustavo Petro',
    'Petro Poroshenko',
    'Gustavo Petro',
  );
  one(
    '[P Joe Biden], born [P Joseph R. Biden Jr.], and [P J. Biden].',
    'Joseph R. Biden Jr.',
    'Joseph R. Biden Jr.',
    'Joseph R. Biden Jr.',
  );
  one(
    '[P Lena Holt] spoke; [P Holt] wept. [P Mark Holt] stayed; [P Holt] did not.',
    'Lena Holt',
    'Lena Holt',
    'Mark Holt',
    'Mark Holt',
  );
  one(
    '[P Rolf Hale] and his son [P Rolf Hale Jr.] met [P George W. Bush], not [P George H.W. Bush].',
    'Rolf Hale',
    'Rolf Hale Jr.',
    'George W. Bush',
    'George H.W. Bush',
  );
  one(
    '[P Volodymyr Zelensky] is [P Volodymyr Zelenskyy]; [P ANA REYES], [P Ana Reyes].',
    'Volodymyr Zelenskyy',
    'Volodymyr Zelenskyy',
    'Ana Reyes',
    'Ana Reyes',
  );

  it('a surname alone is known from another article that tells of the same', () => {
    const full = article('a.txt', '[P Lena Holt] of [O Velm Water] spoke in [L Velm].');
    const other = article('b.txt', '[P Mark Holt] runs in [L Oster]; [P Mark Holt] won.');
    const alone = article('c.txt', 'In [L Velm], [P Holt] was told to go.');
    assert.deepEqual(namesOf(nameEntities([full, other, alone]), alone), ['Velm', 'Lena Holt']);
  });
});

describe('one name for one country, body or group', () => {
  one(
    '[L US], [L U.S.], [L United States], [L America].',
    'United States',
    'United States',
    'United States',
    'United States',
  );
  one(
    '[O UNGA] is the [O UN General Assembly], or the [O United Nations General Assembly]; [O UN].',
    'UN General Assembly',
    'UN General Assembly',
    'UN General Assembly',
    'United Nations',
  );
  one(
    'The [O State Department], the [O U.S. State Department], the [O US State Department].',
    'US State Department',
    'US State Department',
    'US State Department',
  );
  one('The [O United States Army], the [O army of the United States].', 'US Army', 'US Army');
  one('[L Bogota] and [L Bogotá]; [G Colombians] and [G Colombian].', 'Bogotá', 'Bogotá', 'Colombian', 'Colombian');
  one(
    'The [O Velm River Authority] ([O VRA]) met. The [O VRA] voted.',
    'Velm River Authority',
    'Velm River Authority',
    'Velm River Authority',
  );
  one('[O Chirp] (formerly [O Tweeter]) fell. [O Tweeter] rose.', 'Tweeter', 'Tweeter', 'Tweeter');
  one(
    '[O Halden Corp] sued. [O Halden] won. [E World War II] and the [E Second World War].',
    'Halden Corp',
    'Halden Corp',
    'Second World War',
    'Second World War',
  );
});

describe('capitals and their governments', () => {
  one('[L Washington] maintains that it was right.', 'United States');
  one('He drew ire from [L Washington] and [L Tel Aviv].', 'United States', 'Israel');
  one('He lives in [L Washington]. She was in [L Moscow].', 'Washington', 'Moscow');
  one('[L Moscow] denied it.', 'Russia');
  one('The ministry in [L Bogotá] denied it.', 'Bogotá');
});

describe('naming over a folder', () => {
  const articles = [
    article('a.txt', '[P Lena Holt] of [O VRA] met [P Holt].'),
    article('b.txt', '[P Mark Holt] met [P Holt] in [L Bogota].'),
    article('c.txt', '[P Holt] flew to [L Bogotá] for the [O Velm River Authority].'),
  ];

  it('does not hang on the order of the articles', () => {
    const forth = nameEntities(articles);
    const back = nameEntities([...articles].reverse());
    for (const each of articles) assert.deepEqual(namesOf(back, each), namesOf(forth, each));
  });

  it('tells the other names that are in use', () => {
    const naming = nameEntities([article('a.txt', '[L US], [L US], [L U.S.], [L United States].')]);
    assert.deepEqual(naming.aliasesOf('United States'), ['US', 'U.S.']);
  });
});

describe("reviewers' words", () => {
  const told = article('a.txt', '[P Petro Poroshenko] left New York. [P Gustavo Petro] stayed.');

  it('win over the analysis where they stand, and only there', () => {
    const [wrong] = told.mentions;
    assert.ok(wrong);
    const overrides: Overrides = new Map([
      ['a.txt', [{ start: wrong.start, end: wrong.end, entity: 'Gustavo Petro' }]],
    ]);
    assert.deepEqual(namesOf(nameEntities([told], overrides), told), ['Gustavo Petro', 'Gustavo Petro']);
  });

  it('make a mention of what the tagger passed over, and unmake one', () => {
    const start = told.reading.text.indexOf('New York');
    const [wrong] = told.mentions;
    assert.ok(wrong);
    const mentions = withOverrides(told.reading.text, told.mentions, [
      { start, end: start + 8, entity: 'New York City', type: 'place' },
      { start: wrong.start, end: wrong.end, type: 'date' },
    ]);
    assert.deepEqual(
      mentions.map(mention => `${mention.type} ${mention.text}`),
      ['place New York', 'person Gustavo Petro'],
    );
  });
});
