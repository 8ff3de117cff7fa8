import assert from 'node:assert/strict';
import { parseCommand, UsageError } from '../../../src/cli/options.ts';

describe('the command line', () => {
  it('prints its help when nothing or --help is asked', () => {
    assert.deepEqual(parseCommand([]), { name: 'help' });
    assert.deepEqual(parseCommand(['analyze', '--help']), { name: 'help' });
  });

  it('analyzes a folder as text unless told otherwise', () => {
    const command = parseCommand(['analyze', 'articles']);
    assert.deepEqual(command, {
      name: 'analyze',
      folder: 'articles',
      format: 'text',
      all: false,
      claims: false,
      matches: true,
      sidecars: true,
    });
  });

  it('takes options before and after the folder', () => {
    assert.deepEqual(parseCommand(['--format', 'github', 'check', 'articles']), {
      name: 'check',
      folder: 'articles',
      format: 'github',
    });
  });

  it('reports as Markdown, as it is told, or as the file’s name ends', () => {
    const report = { name: 'report', folder: 'articles', all: false, sidecars: true };
    assert.deepEqual(parseCommand(['report', 'articles']), { ...report, format: 'md' });
    assert.deepEqual(parseCommand(['report', 'articles', '--format', 'csv']), { ...report, format: 'csv' });
    const out = 'page.HTM';
    assert.deepEqual(parseCommand(['report', 'articles', '--out', out]), { ...report, format: 'html', out });
    assert.deepEqual(parseCommand(['report', 'articles', '--out', out, '--format', 'md']), {
      ...report,
      format: 'md',
      out,
    });
  });

  for (const [words, message] of [
    [['analyse', 'x'], /"analyse" is no command/],
    [['analyze'], /wants the folder/],
    [['check', 'a', 'b'], /takes one folder, not also "b"/],
    [['analyze', 'a', '--format', 'xml'], /text or json, not "xml"/],
    [['analyze', 'a', '--fast'], /--fast/],
    [['report', 'a', '--format', 'text'], /md, html or csv, not "text"/],
    [['check', 'a', '--out', 'b'], /--out is for report/],
  ] as const) {
    it(`says what is wrong with "${words.join(' ')}"`, () => {
      assert.throws(
        () => parseCommand(words),
        (error: unknown) => error instanceof UsageError && message.test(error.message),
      );
    });
  }
});
