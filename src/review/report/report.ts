/**
 * The disputed facts of a folder on a page that one can send to an editor or print: Markdown, HTML without any script, or CSV for a
 * spreadsheet. Everything that comes from articles or reviewers is escaped for the format. Linear in what is reported.
 */

/** A passage that holds a position. */
export interface ReportPassage {
  /** Outlet, else file name. */
  readonly source: string;
  /** As it is to stand there; empty when not known. */
  readonly date: string;
  readonly path: string;
  /** From 1. */
  readonly line: number;
  readonly quote: string;
}

/** What a reviewer decided. */
interface ReportVerdict {
  readonly verdict: string;
  readonly says?: string;
  readonly reviewer: string;
  readonly text: string;
  /** What it rests on has changed since. */
  readonly stale: boolean;
}

/** One disputed fact with its positions and verdicts, in words for people. */
export interface ReportFact {
  readonly title: string;
  readonly kind: string;
  readonly status: string;
  /** `sure`, `likely`, `unsure`; or who confirmed it. */
  readonly certainty: string;
  readonly positions: readonly { readonly label: string; readonly passages: readonly ReportPassage[] }[];
  readonly verdicts: readonly ReportVerdict[];
}

/** An article that was read for the report. */
export interface ReportSource {
  readonly source: string;
  readonly date: string;
  readonly path: string;
  readonly title?: string;
  readonly url?: string;
}

/** All that is reported, in order. */
export interface Report {
  readonly title: string;
  /** A sentence below the title: how many articles, made when. */
  readonly about: string;
  readonly facts: readonly ReportFact[];
  readonly sources: readonly ReportSource[];
}

/** By the ending of the file. */
export type ReportFormat = 'md' | 'html' | 'csv';

/** The report as the text of one file. */
export function formatReport(report: Report, format: ReportFormat): string {
  switch (format) {
    case 'md':
      return asMarkdown(report);
    case 'html':
      return asHtml(report);
    case 'csv':
      return asCsv(report);
  }
}

/** The report as a file is to hold it: spreadsheets take a table for UTF-8 only when it begins with a byte-order mark. */
export function reportFile(report: Report, format: ReportFormat): string {
  return (format === 'csv' ? '\uFEFF' : '') + formatReport(report, format);
}

/** Without line breaks, and without characters that hide or turn round what stands beside them. */
function oneLine(words: string): string {
  return words
    .replace(/[\p{Cc}\u202a-\u202e\u2066-\u2069]/gu, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}

/** Only addresses of pages become links: a source's address is as untrusted as its text. */
function pageAddress(url: string | undefined): string | undefined {
  return url !== undefined && /^https?:\/\/[^\s<>"'()\\]+$/.test(url) ? url : undefined;
}

/** In quotation marks; in single ones where the words hold double ones themselves, since the words are to stay as they are. */
function quoted(words: string): string {
  return /["“”]/.test(words) ? `‘${words}’` : `“${words}”`;
}

/** `Gazette, 27 Sep, line 24`. */
function placeOf({ source, date, line }: ReportPassage): string {
  return [source, date, `line ${line}`].filter(Boolean).join(', ');
}

/** Words that Markdown takes for words: nothing in them is markup, an entity, a formula, or (`://`, `a.com`, `a@b`) a link by itself. */
function markdownWords(words: string): string {
  return oneLine(words)
    .replace(/[\\`*_{}[\]<>#|!~&$]/g, '\\$&')
    .replace(/:(?=\/\/)|(?<=[\p{L}\p{N}])(?:\.(?=\p{L}{2})|@)/gu, '\\$&');
}

function asMarkdown({ title, about, facts, sources }: Report): string {
  const plain = markdownWords;
  const lines = [`# ${plain(title)}`, '', plain(about), ''];
  for (const [i, fact] of facts.entries()) {
    lines.push(
      `## ${i + 1}. ${plain(fact.title)}`,
      '',
      `*${plain(capital(fact.status))} · ${plain(fact.kind)} · ${plain(fact.certainty)}*`,
      '',
    );
    for (const { verdict, says, reviewer, text, stale } of fact.verdicts) {
      const held = says ? `: ${plain(says)}` : '';
      const again = stale ? ' (what it rests on has changed since)' : '';
      lines.push(`> **${plain(verdict)}${held}**${again}, says ${plain(reviewer)}: ${plain(text)}`, '');
    }
    for (const { label, passages } of fact.positions) {
      lines.push(`- **${plain(label)}**`);
      for (const passage of passages)
        lines.push(`  - ${plain(placeOf(passage))}: ${plain(quoted(oneLine(passage.quote)))}`);
    }
    lines.push('');
  }
  lines.push('## Sources', '');
  for (const { source, date, path, title: headline, url } of sources) {
    const address = pageAddress(url);
    const named = address ? `[${plain(headline ?? source)}](<${address}>)` : headline && plain(headline);
    lines.push(`- ${[plain(source), plain(date), named, plain(path)].filter(Boolean).join(', ')}`);
  }
  return `${lines.join('\n')}\n`;
}

const STYLE = [
  ':root{color-scheme:light}',
  'body{font:16px/1.5 Georgia,serif;max-width:46em;margin:2em auto;padding:0 1em;color:#1b1b1b;background:#fff}',
  'h1,h2,.meta,cite{font-family:system-ui,sans-serif}h2{margin:2em 0 .2em;font-size:1.15em}',
  '.meta{color:#555;font-size:.85em;margin:0 0 .8em}',
  'dt{font-weight:bold;margin-top:.8em}dd{margin:.3em 0 .3em 1.2em}cite{font-style:normal;font-size:.85em;color:#444}',
  'aside{border-left:4px solid #2a6;padding:.2em 0 .2em .8em;margin:.6em 0}aside.stale{border-color:#b70}',
  'h2,.meta,dt{break-after:avoid}dd,aside,li{break-inside:avoid}p,dd{orphans:3;widows:3}',
  '@media print{body{margin:0;max-width:none;font-size:11pt}a{color:inherit}}',
].join('');

/** With a capital, to begin a line. */
function capital(words: string): string {
  return words.charAt(0).toUpperCase() + words.slice(1);
}

function asHtml({ title, about, facts, sources }: Report): string {
  const plain = (words: string) => oneLine(words).replace(/[&<>"']/g, c => `&#${c.charCodeAt(0)};`);
  const sections = facts.map((fact, i) => {
    const verdicts = fact.verdicts.map(({ verdict, says, reviewer, text, stale }) => {
      const again = stale ? ' <em>What it rests on has changed since.</em>' : '';
      const held = says ? `: ${plain(says)}` : '';
      return `<aside${stale ? ' class="stale"' : ''}><strong>${plain(verdict)}${held}</strong>, says ${plain(reviewer)}: ${plain(text)}${again}</aside>`;
    });
    const positions = fact.positions.map(({ label, passages }) => {
      const quotes = passages.map(
        each => `<dd><cite>${plain(placeOf(each))}</cite> ${plain(quoted(oneLine(each.quote)))}</dd>`,
      );
      return `<dt>${plain(label)}</dt>\n${quotes.join('\n')}`;
    });
    return [
      '<section>',
      `<h2>${i + 1}. ${plain(fact.title)}</h2>`,
      `<p class="meta">${plain(capital(fact.status))} · ${plain(fact.kind)} · ${plain(fact.certainty)}</p>`,
      ...verdicts,
      `<dl>\n${positions.join('\n')}\n</dl>`,
      '</section>',
    ].join('\n');
  });
  return [
    '<!doctype html>',
    '<html lang="en">',
    '<head>',
    '<meta charset="utf-8">',
    '<meta name="viewport" content="width=device-width,initial-scale=1">',
    `<meta http-equiv="Content-Security-Policy" content="default-src 'none'; style-src 'unsafe-inline'">`,
    `<title>${plain(title)}</title>`,
    `<style>${STYLE}</style>`,
    '</head>',
    '<body>',
    `<h1>${plain(title)}</h1>`,
    `<p class="meta">${plain(about)}</p>`,
    ...sections,
    '<section>',
    '<h2>Sources</h2>',
    '<ul>',
    ...sources.map(({ source, date, path, title: headline, url }) => {
      const address = pageAddress(url);
      const words = headline ?? address ?? '';
      const named = address ? `<a href="${plain(address)}" rel="noreferrer">${plain(words)}</a>` : plain(words);
      return `<li>${[`<b>${plain(source)}</b>`, plain(date), named, plain(path)].filter(Boolean).join(', ')}</li>`;
    }),
    '</ul>',
    '</section>',
    '</body>',
    '</html>',
    '',
  ].join('\n');
}

/** One row a passage. What a spreadsheet would take for a formula is made a text. */
function asCsv({ facts }: Report): string {
  const cell = (words: string) => {
    const text = oneLine(words);
    const safe = /^[=+\-@＝＋－＠]/.test(text) ? `'${text}` : text;
    return /[",\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
  };
  const rows = facts.flatMap(fact => {
    const verdicts = fact.verdicts.map(each => [each.verdict, each.says].filter(Boolean).join(': ')).join('; ');
    const reasons = fact.verdicts.map(({ reviewer, text }) => `${reviewer}: ${text}`).join('; ');
    return fact.positions.flatMap(({ label, passages }) =>
      passages.map(each =>
        [
          fact.title,
          fact.status,
          fact.kind,
          fact.certainty,
          label,
          each.source,
          each.date,
          each.path,
          String(each.line),
          each.quote,
          verdicts,
          reasons,
        ]
          .map(cell)
          .join(','),
      ),
    );
  });
  const head = 'fact,status,kind,certainty,position,source,date,file,line,passage,verdict,reasons';
  return `${[head, ...rows].join('\r\n')}\r\n`;
}
