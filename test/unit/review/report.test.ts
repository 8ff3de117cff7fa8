import assert from 'node:assert/strict';
import { formatReport, type Report } from '../../../src/review/report.ts';

const report: Report = {
  title: 'Fire & <smoke>',
  about: '1 fact in 2 articles.',
  facts: [
    {
      title: 'How many were *killed*',
      kind: 'Number',
      status: 'cannot both be true',
      certainty: 'sure',
      positions: [
        {
          label: 'five',
          passages: [
            {
              source: 'Gazette',
              date: '27 September 2025',
              path: 'g.txt',
              line: 3,
              quote: 'Five people, "they" said,\nwere killed.',
            },
          ],
        },
        {
          label: '=seven()',
          passages: [{ source: 'Tribune', date: '', path: 't.txt', line: 1, quote: '<script>alert(1)</script>' }],
        },
      ],
      verdicts: [
        { verdict: 'Supported', says: 'five', reviewer: 'Jane Doe', text: 'The coroner counted.', stale: true },
      ],
    },
  ],
};

describe('a report', () => {
  it('in Markdown: positions as a list, words of articles as words', () => {
    const text = formatReport(report, 'md');
    assert.match(text, /^# Fire & \\<smoke\\>\n/);
    assert.match(text, /## 1\. How many were \\\*killed\\\*/);
    assert.match(
      text,
      /- \*\*five\*\*\n {2}- Gazette, 27 September 2025, line 3: “Five people, "they" said, were killed\.”/,
    );
    assert.match(
      text,
      /> \*\*Supported: five\*\* \(what it rests on has changed since\), says Jane Doe: The coroner counted\./,
    );
  });

  it('in HTML: complete, without any script, whatever an article says', () => {
    const text = formatReport(report, 'html');
    assert.match(text, /^<!doctype html>/);
    assert.doesNotMatch(text, /<script/);
    assert.match(text, /&#60;script&#62;/);
    assert.match(text, /default-src 'none'/);
  });

  it('in CSV: a row for each passage, quoted, and no formula', () => {
    const rows = formatReport(report, 'csv').trimEnd().split('\r\n');
    assert.equal(rows.length, 3);
    assert.ok(rows[1]?.includes('"Five people, ""they"" said, were killed."'), rows[1]);
    assert.ok(rows[2]?.includes(",'=seven(),"), rows[2]);
  });
});
