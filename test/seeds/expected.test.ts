import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { readArticles } from '../../src/cli/articles.ts';
import type { DisputeKind } from '../../src/engine/analysis.ts';
import { normalizeText } from '../../src/engine/text/normalize.ts';
import { NodeFiles } from '../../src/platform/node/files.ts';
import { type Fact, pointer, type Row, type Span, scoreDisputes, spanOf } from '../eval/score.mjs';
import { corpusOf } from '../unit/engine/support.ts';

/** What `expected.yaml` says. */
interface Expected {
  readonly facts: readonly ExpectedFact[];
  readonly nuances: readonly ExpectedFact[];
  readonly agreements: readonly { readonly id: string; readonly passages: readonly Passage[] }[];
}
interface ExpectedFact {
  readonly id: string;
  readonly title: string;
  readonly kind: DisputeKind;
  readonly positions: readonly {
    readonly statement: string;
    readonly evidence: readonly Passage[];
    readonly missed?: Missed;
  }[];
  readonly missed?: Missed;
}
/** The mark of what the engine does not find, perhaps with the reason. */
type Missed = true | string;
interface Passage {
  readonly doc: string;
  readonly quote: string;
  readonly missed?: Missed;
}

/** Where a passage stands. It is an exact substring of its article, or the list is wrong. */
function locate(texts: ReadonlyMap<string, string>, { doc, quote }: Passage): Span {
  const start = texts.get(doc)?.indexOf(quote) ?? -1;
  assert.ok(start >= 0, `${doc} does not hold: ${quote}`);
  return { doc, start, end: start + quote.length };
}

function factOf(texts: ReadonlyMap<string, string>, { id, title, kind, positions }: ExpectedFact): Fact {
  return {
    id,
    title,
    kind,
    positions: positions.map(({ statement, evidence }) => ({
      label: statement,
      evidence: evidence.map(passage => locate(texts, passage)),
    })),
  };
}

describe('the sample articles', () => {
  const expected = parse(readFileSync(join('test', 'seeds', 'expected.yaml'), 'utf8')) as Expected;
  const texts = new Map<string, string>();
  let rows: readonly Row[] = [];
  before(async () => {
    const { articles } = await readArticles(new NodeFiles('seeds'));
    for (const { path, text } of articles) texts.set(path, normalizeText(text));
    const { disputes } = corpusOf(articles).analysis({ matches: false });
    const labels = {
      facts: expected.facts.map(fact => factOf(texts, fact)),
      nuances: expected.nuances.map(fact => factOf(texts, fact)),
      agreements: expected.agreements.map(({ id, passages }) => ({
        id,
        passages: passages.map(passage => locate(texts, passage)),
      })),
    };
    rows = scoreDisputes(labels, texts, disputes).rows;
  });

  for (const fact of expected.facts) {
    it(`${fact.missed === undefined ? 'tell' : 'do not tell'}: ${fact.title}`, () => {
      const row = rows.find(({ verdict, of }) => verdict === 'fact' && of === fact.id);
      const seats = fact.positions.map(({ evidence }) => evidence.map(passage => seatsOf(row, passage)));
      const wrong = fact.positions.flatMap(({ evidence, missed = fact.missed }, p) =>
        evidence.flatMap(({ quote, missed: mark = missed }, i) => {
          const own = seats[p]?.[i] ?? [];
          const others = seats.flatMap((position, q) => (q === p ? [] : position.flat()));
          const told = own.some(seat => !others.includes(seat));
          if (told === (mark === undefined)) return [];
          return told ? [`found, so take the mark away: ${quote}`] : [`lost: ${quote}`];
        }),
      );
      assert.deepEqual(wrong, []);
    });
  }

  it('and nothing besides but lesser differences that are listed', () => {
    const wrong = rows.filter(({ verdict }) => verdict !== 'fact' && verdict !== 'nuance');
    assert.deepEqual(
      wrong.map(({ verdict, of, id }) => `${verdict} ${of ?? id}`),
      [],
    );
  });

  /** In which positions of a row a passage stands; none if there is no row. */
  function seatsOf(row: Row | undefined, passage: Passage): readonly number[] {
    const pointsTo = pointer(texts);
    const span = locate(texts, passage);
    return (row?.positions ?? []).flatMap(({ evidence }, seat) =>
      evidence.some(one => pointsTo(spanOf(one), span)) ? [seat] : [],
    );
  }
});
