import { strict as assert } from 'node:assert';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { framesOf } from '../../../src/engine/claims/events/frames.ts';
import { parseArticle } from '../../../src/engine/claims/phrase/parse.ts';
import type { EventFrame, Role } from '../../../src/engine/claims/types.ts';
import { tell } from './support.ts';

/** One row of the table. An empty field is not asked for. */
interface Row {
  readonly sentence: string;
  readonly predicate: string;
  readonly agent: string;
  readonly patient: string;
  readonly status: string;
  readonly flags: string;
  readonly counts: string;
}

function rows(): Row[] {
  return readFileSync(join(process.cwd(), 'test', 'unit', 'claims', 'clauses-from-news.txt'), 'utf8')
    .split('\n')
    .filter(line => line !== '' && !line.startsWith('#'))
    .map(line => {
      const [sentence = '', predicate = '', agent = '', patient = '', status = '', flags = '', counts = ''] = line
        .split('|')
        .map(field => field.trim());
      return { sentence, predicate, agent, patient, status, flags, counts };
    });
}

/** What is wrong with a frame by its row; nothing when all is right. */
function wrong(row: Row, frame: EventFrame): string[] {
  const found: string[] = [];
  const role = (name: string, wanted: string, is: Role | undefined): void => {
    const text = is && row.sentence.slice(is.start, is.end);
    if (wanted === '-' ? text !== undefined : !(text ?? '').includes(wanted)) found.push(`${name} ${text}`);
  };
  role('agent', row.agent, frame.agent);
  role('patient', row.patient, frame.patient);
  if (row.status !== '' && frame.status !== row.status) found.push(frame.status);
  const flags = [frame.negated ? 'not' : '', frame.conditional ? 'if' : '', frame.possible ? 'maybe' : ''].filter(
    Boolean,
  );
  if (flags.join(' ') !== row.flags) found.push(`flags ${flags.join(' ')}`);
  const [number, noun, ...scope] = row.counts.split(' ');
  const counts = frame.counted.some(
    c =>
      c.value.low <= Number(number) &&
      Number(number) <= c.value.high &&
      c.noun === noun &&
      scope.every(s => c.scope.includes(s)),
  );
  if (row.counts !== '' && !counts)
    found.push(`counts ${frame.counted.map(c => [c.value.low, c.noun, ...c.scope].join(' '))}`);
  return found;
}

describe('clauses from news', () => {
  const table = rows();
  const failures = table.flatMap(row => {
    const { reading, entities } = tell(row.sentence);
    const article = parseArticle(reading, entities);
    const frames = article.sentences.flatMap(s => framesOf(article, s)).filter(f => f.predicate === row.predicate);
    const best = frames.map(frame => wrong(row, frame)).sort((a, b) => a.length - b.length)[0] ?? ['no such event'];
    return best.length === 0 ? [] : [`${row.sentence} — ${row.predicate}: ${best.join('; ')}`];
  });

  it('are at least 200', () => assert.ok(table.length >= 200, `${table.length}`));

  it('come out with state, polarity and slots right in nine of ten', () => {
    assert.ok(failures.length <= table.length * 0.1, failures.join('\n'));
  });
});
