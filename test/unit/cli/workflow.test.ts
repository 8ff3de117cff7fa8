import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { parse } from 'yaml';
import { parseCommand } from '../../../src/cli/options.ts';

interface Workflow {
  readonly jobs: Readonly<
    Record<string, { readonly steps: readonly { readonly run?: string; readonly with?: object }[] }>
  >;
}

describe('the workflow in the README', () => {
  const readme = readFileSync('README.md', 'utf8');
  const [, block = ''] = /```yaml\n(name: Sidecars\n[\s\S]*?)```/.exec(readme) ?? [];
  const { jobs = {} } = (parse(block) ?? {}) as Partial<Workflow>;
  const steps = Object.values(jobs).flatMap(job => job.steps);
  const manifest = JSON.parse(readFileSync('package.json', 'utf8'));

  it('gives the command line a command and options that it has', () => {
    const [, args = ''] = steps.flatMap(({ run }) => /\bdist\/cli\.js (.*)/.exec(run ?? '') ?? []);
    assert.deepEqual(parseCommand(args.split(' ')), { name: 'check', folder: 'articles', format: 'github' });
  });

  it('builds with scripts that there are, and a Node that is new enough', () => {
    const scripts = steps.flatMap(({ run }) =>
      [...(run ?? '').matchAll(/npm run (\S+)/g)].map(([, name]) => name ?? ''),
    );
    assert.deepEqual(scripts, ['build']);
    for (const name of scripts) assert.ok(manifest.scripts[name], name);
    const node = steps.flatMap(step => (step.with && 'node-version' in step.with ? [step.with['node-version']] : []));
    assert.deepEqual(
      node.map(version => `>=${version}`),
      [manifest.engines.node],
    );
  });
});
