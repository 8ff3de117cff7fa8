import assert from 'node:assert/strict';
import { formatReport, type Report, reportFile } from '../../../../src/review/report/report.ts';

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
  sources: [
    {
      source: 'Gazette',
      date: '27 September 2025',
      path: 'g.txt',
      title: 'A | B & "C"',
      url: 'https://example.org/a_b?c=1&d',
    },
    { source: 'Tribune', date: '', path: 't.txt', title: 'Fire', url: 'javascript:alert(1)' },
  ],
};

/** The report with these words wherever an article or a reviewer could have put them. */
function saying(words: string): Report {
  const [fact] = report.facts;
  assert.ok(fact);
  const passage = { source: words, date: words, path: words, line: 1, quote: words };
  const verdict = { verdict: words, says: words, reviewer: words, text: words, stale: false };
  return {
    title: words,
    about: words,
    facts: [
      {
        ...fact,
        title: words,
        certainty: words,
        positions: [{ label: words, passages: [passage] }],
        verdicts: [verdict],
      },
    ],
    sources: [{ source: words, date: words, path: words, title: words, url: words }],
  };
}

describe('a report', () => {
  it('in Markdown: positions as a list, words of articles as words', () => {
    const text = formatReport(report, 'md');
    assert.match(text, /^# Fire \\& \\<smoke\\>\n/);
    assert.match(text, /## 1\. How many were \\\*killed\\\*/);
    assert.match(
      text,
      /- \*\*five\*\*\n {2}- Gazette, 27 September 2025, line 3: ‘Five people, "they" said, were killed\.’/,
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

  it('in Markdown: no entity, formula, table, markup or bare address of an article does anything', () => {
    const hostile =
      '&amp; $x^2$ a|b **b** `c` <i> [l](u) https://evil.example/p www.evil.example evil.example me@evil.example';
    const lines = formatReport(saying(hostile), 'md').split('\n');
    const escaped = String.raw`\&amp; \$x^2\$ a\|b \*\*b\*\* \`c\` \<i\> \[l\](u) https\://evil\.example/p www\.evil\.example evil\.example me\@evil\.example`;
    assert.equal(lines[0], `# ${escaped}`);
    for (const line of lines) assert.ok(!line.includes('https://evil') && !/[^\\][|$&]/.test(line), line);
  });

  it('in Markdown and HTML: a source leads to its page, and to nothing but a page', () => {
    const markdown = formatReport(report, 'md');
    assert.ok(markdown.includes(String.raw`[A \| B \& "C"](<https://example.org/a_b?c=1&d>)`), markdown);
    assert.doesNotMatch(markdown, /javascript/);
    const html = formatReport(report, 'html');
    assert.ok(
      html.includes('<a href="https://example.org/a_b?c=1&#38;d" rel="noreferrer">A | B &#38; &#34;C&#34;</a>'),
    );
    assert.doesNotMatch(html, /javascript/);
  });

  it('in HTML: hostile words stand as words, in every place', () => {
    const hostile = `"><img src=x onerror=alert(1)>' onload='x' <script>\u202eevil\u0000</script>`;
    const text = formatReport(saying(hostile), 'html');
    const before = formatReport(saying(''), 'html').match(/<[a-z]+/g);
    assert.deepEqual(text.match(/<[a-z]+/g), before, 'the same elements as without them');
    for (const hidden of ['\u202e', '\u0000']) assert.ok(!text.includes(hidden));
    assert.match(text, /&#60;img src=x/);
  });

  it('in CSV: no cell is a formula, whatever it begins with', () => {
    for (const first of ['=', '+', '-', '@', '\t=', ' +', '\r-', '＝', '＋', '－', '＠']) {
      const [, row] = formatReport(saying(`${first}HYPERLINK(1)`), 'csv').split('\r\n');
      for (const cell of (row ?? '').split(',')) assert.match(cell, /^'?[\p{L}\p{N}]|^'[=+\-@＝＋－＠]/u, row);
    }
    assert.equal(reportFile(report, 'csv').charCodeAt(0), 0xfeff, 'spreadsheets know it for UTF-8');
  });
});
