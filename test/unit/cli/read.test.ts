import assert from 'node:assert/strict';
import { spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'yaml';

interface ModelFile {
  readonly reviewer: string;
  readonly kind: string;
  readonly facts: readonly { readonly passages: readonly { readonly article: string; readonly quote: string }[] }[];
}

describe('crosscheck read', () => {
  let folder = '';
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'crosscheck-read-'));
    cpSync('seeds', join(folder, 'visa'), { recursive: true });
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  const run = (...args: readonly string[]) =>
    spawnSync(process.execPath, ['dist/cli.js', 'read', join(folder, 'visa'), ...args], { encoding: 'utf8' });

  it('writes a prompt for each story, whose sentences stand in the articles', () => {
    assert.equal(run('--prompts', join(folder, 'asked')).status, 0);
    const prompt = JSON.parse(readFileSync(join(folder, 'asked', 'visa.prompt.json'), 'utf8'));
    assert.equal(prompt.version, 1);
    const { path, start, end } = prompt.sentences.A4;
    const sentence = readFileSync(join(folder, 'visa', path), 'utf8').slice(start, end);
    assert.ok(sentence.length > 0);
    assert.ok(JSON.stringify(prompt.messages).includes(JSON.stringify(sentence).slice(1, -1)));
  });

  it('takes an answer into the model’s own file, and quotes nothing that the articles do not hold', () => {
    const asked = join(folder, 'asked');
    assert.equal(run('--prompts', asked).status, 0);
    cpSync(join('test', 'reader', 'seeds.answer.json'), join(asked, 'visa.answer.json'));
    assert.equal(run('--answers', asked, '--model', 'Test Model').status, 0);
    const file = parse(readFileSync(join(folder, 'visa', 'test-model.crosscheck.yaml'), 'utf8')) as ModelFile;
    assert.equal(file.reviewer, 'Test Model');
    assert.equal(file.kind, 'model');
    assert.ok(file.facts.length > 0);
    for (const { article, quote } of file.facts.flatMap(({ passages }) => passages))
      assert.ok(readFileSync(join(folder, 'visa', article), 'utf8').includes(quote), quote);
  });

  it('ends with status 1, and names the story, where the answer is none', () => {
    const asked = join(folder, 'asked');
    assert.equal(run('--prompts', asked).status, 0);
    writeFileSync(join(asked, 'visa.answer.json'), 'I would rather not say.');
    const { status, stderr } = run('--answers', asked, '--model', 'Test Model');
    assert.equal(status, 1);
    assert.match(stderr, /visa/);
  });
});
