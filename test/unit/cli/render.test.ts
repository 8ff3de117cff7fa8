import assert from 'node:assert/strict';
import { renderAnalysis } from '../../../src/cli/render.ts';
import type { Terminal } from '../../../src/cli/terminal.ts';
import type { Analysis } from '../../../src/engine/analysis.ts';

const same = (text: string): string => text;
const terminal: Terminal = { width: 100, bold: same, dim: same, red: same, yellow: same };
const ESCAPE = '\u001b[2J';

describe('renderAnalysis', () => {
  it('lets nothing of an article steer the terminal: no name of a file or outlet, no claim, no label', () => {
    const path = `a${ESCAPE}.txt`;
    const passage = { path, start: 0, end: 4 };
    const analysis: Analysis = {
      version: 1,
      documents: [
        {
          path,
          outlet: `Gazette${ESCAPE}`,
          reach: 'analysed',
          words: 2,
          entities: [],
          claims: [
            {
              start: 0,
              end: 4,
              checkworthiness: 1,
              reasons: [],
              speaker: `Moss${ESCAPE}`,
              voice: 'indirect',
              status: 'done',
              certainty: 'reported',
              negated: false,
              about: [`close · Moss${ESCAPE} → dam`],
            },
          ],
          headings: [],
        },
      ],
      stories: [{ id: 's', title: 'A dam', documents: [path] }],
      matches: [],
      disputes: [
        {
          id: 'd',
          title: `How many${ESCAPE}`,
          kind: 'number',
          status: 'conflict',
          score: 1,
          positions: [{ label: `two${ESCAPE}`, origins: 1, evidence: [passage] }],
          why: [`both name Moss${ESCAPE}`],
          story: 's',
        },
      ],
    };
    const texts = new Map([[path, `Mos${ESCAPE}s closed it.`]]);
    const link = (file: string, line: number) => `${file}:${line}`;
    const shown = renderAnalysis(analysis, { terminal, texts, decisions: new Map(), link, all: true, claims: true });
    assert.match(shown, /close · Moss/);
    assert.ok(!shown.includes('\u001b'));
  });
});
