import assert from 'node:assert/strict';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { runReport } from '../../../src/cli/report.ts';

describe('crosscheck report', () => {
  const options = { folder: 'seeds', format: 'md', all: false, sidecars: true } as const;

  it('is not written among the articles, where it would be read as one', async () => {
    for (const out of [join('seeds', 'report.md'), join('seeds', 'below', 'report.txt')]) {
      await assert.rejects(runReport({ ...options, out }), /would be read as an article/);
      assert.ok(!existsSync(out));
    }
  });

  it('says so when there is no such folder', async () => {
    const out = join('out', 'never-written.html');
    await assert.rejects(runReport({ ...options, folder: 'nowhere', out }), /There is no folder "nowhere"/);
    assert.ok(!existsSync(out));
  });
});
