import assert from 'node:assert/strict';
import fc from 'fast-check';
import {
  articleSidecarPath,
  classify,
  folderSidecarPath,
  joinPath,
  relativePath,
} from '../../../../src/review/base/paths.ts';
import { isSlug, slugOf } from '../../../../src/review/base/slug.ts';
import { isUlid, makeUlid } from '../../../../src/review/base/ulid.ts';
import { editSidecar } from '../../../../src/review/format/edit.ts';
import { readSidecar, type Sidecar } from '../../../../src/review/format/sidecar.ts';
import {
  copiedSidecars,
  renamedReferences,
  renamedSources,
  sidecarMoves,
  sidecarsOf,
} from '../../../../src/review/store/moves.ts';
import { articleInfos, frontMatter, globToRegExp, readSources } from '../../../../src/review/union/sources.ts';
import { idOf } from '../store/memoryFiles.ts';

describe('slugs', () => {
  for (const [name, slug] of [
    ['Jane Doe', 'jane-doe'],
    ['  J. R. R.  Tolkien ', 'j-r-r-tolkien'],
    ['Åsa Öström', 'åsa-öström'],
    ['ＪＡＮＥ', 'jane'],
    ['Ⅷ', 'viii'],
    ['李 小龙', '李-小龙'],
    ['عائشة', 'عائشة'],
    ['नेहा', 'नेहा'],
    ['—', ''],
  ] as const)
    it(`${name} → ${slug}`, () => assert.equal(slugOf(name), slug));

  it('stay as they are, whatever they are made from', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), name => {
        const slug = slugOf(name);
        assert.equal(slugOf(slug), slug);
        assert.equal(isSlug(slug), slug !== '');
      }),
    );
    assert.deepEqual(['a--b', '-a', 'A', 'a b', 'a.b'].filter(isSlug), []);
  });
});

describe('ulids', () => {
  it('sort by time and are what they claim', () => {
    const at = (now: number, chance: number) => makeUlid(now, () => chance);
    assert.equal(at(0, 0), '0'.repeat(26));
    assert.equal(at(1469918176385, 0).slice(0, 10), '01ARYZ6S41');
    assert.ok(isUlid(at(Date.UTC(2026, 10, 22), 0.999999)));
    assert.ok(at(1, 0.99) < at(2, 0.01));
    assert.ok(!isUlid('81ARYZ6S410000000000000000') && !isUlid('01ARYZ6S41OOOOOOOOOOOOOOOO'));
  });
});

describe('classify', () => {
  for (const [path, kind] of [
    ['a.txt', 'article'],
    ['deep/down/A.MD', 'article'],
    ['README.md', 'other'],
    ['x/LICENSE.txt', 'other'],
    ['CHANGELOG.md', 'other'],
    ['notes.yaml', 'other'],
    ['.hidden.txt', 'other'],
    ['x/sources.yaml', 'sources'],
    ['.a.txt.jane.crosscheck.yaml.lock', 'other'],
    ['.a.txt.jane.crosscheck.yaml', 'other'],
  ] as const)
    it(`${path}: ${kind}`, () => assert.equal(classify(path).kind, kind));

  it('tells whose sidecar of which article it is', () => {
    assert.deepEqual(classify('d/a.b.txt.åsa.crosscheck.yaml'), {
      kind: 'article-sidecar',
      path: 'd/a.b.txt.åsa.crosscheck.yaml',
      article: 'd/a.b.txt',
      slug: 'åsa',
    });
    assert.deepEqual(classify(folderSidecarPath('d', 'jane-doe')), {
      kind: 'folder-sidecar',
      path: 'd/jane-doe.crosscheck.yaml',
      slug: 'jane-doe',
    });
    assert.equal(articleSidecarPath('d/a.txt', 'x'), 'd/a.txt.x.crosscheck.yaml');
  });
});

describe('paths', () => {
  it('join and part again, and never leave the folder', () => {
    assert.equal(joinPath('a/b', '../c.txt'), 'a/c.txt');
    assert.equal(joinPath('', './x/./y.txt'), 'x/y.txt');
    for (const path of ['../x', '/etc/passwd', 'C:\\x', 'file:///x', 'a/../../x'])
      assert.equal(joinPath('', path), undefined);
    assert.equal(relativePath('a/b', 'a/c/d.txt'), '../c/d.txt');
    const name = fc.constantFrom('a', 'b', 'c');
    fc.assert(
      fc.property(fc.array(name, { maxLength: 3 }), fc.array(name, { minLength: 1, maxLength: 4 }), (folder, path) => {
        assert.equal(joinPath(folder.join('/'), relativePath(folder.join('/'), path.join('/'))), path.join('/'));
      }),
    );
  });
});

describe('an article that moves', () => {
  it("takes everyone's sidecars along, and nobody else's", () => {
    const paths = [
      'a.txt.jane.crosscheck.yaml',
      'a.txt',
      'aa.txt.jane.crosscheck.yaml',
      'a.txt.åsa.crosscheck.yaml',
      'jane.crosscheck.yaml',
    ];
    assert.deepEqual(sidecarMoves('a.txt', 'in/b.md', paths), [
      { from: 'a.txt.jane.crosscheck.yaml', to: 'in/b.md.jane.crosscheck.yaml' },
      { from: 'a.txt.åsa.crosscheck.yaml', to: 'in/b.md.åsa.crosscheck.yaml' },
    ]);
    assert.deepEqual(sidecarsOf('a.txt', paths), ['a.txt.jane.crosscheck.yaml', 'a.txt.åsa.crosscheck.yaml']);
  });

  const read = (path: string, text: string): Sidecar => {
    const sidecar = readSidecar(classify(path), text);
    assert.ok(sidecar);
    return sidecar;
  };

  it('gives a copy the same bytes, but ids of its own, which answers of others name as well', () => {
    const note = `annotations:\n  # mine\n  - id: ${idOf(1)}\n    type: note\n    quote:  'words'\n`;
    const reply = `annotations:\n  - {type: reply, id: ${idOf(2)}, to: ${idOf(1)}, text: "see ${idOf(9)}"}\n`;
    let n = 10;
    const copies = copiedSidecars(
      [read('a.txt.jane.crosscheck.yaml', note), read('a.txt.bob.crosscheck.yaml', reply)],
      () => idOf(n++),
    );
    assert.deepEqual(copies, [
      note.replace(idOf(1), idOf(10)),
      reply.replace(idOf(2), idOf(11)).replace(idOf(1), idOf(10)),
    ]);
  });

  it('is named anew in the folder file, wherever it is named, and everything else keeps its bytes', () => {
    const text = `# mine
version: 1
reviewer: Jane
facts:
  - id: deaths
    passages:
      - {article: a.txt, quote: seventeen, mood: sure}
      - {article: b.txt, quote: twelve}
verdicts:
  - id: ${idOf(1)}
    fact: deaths
    verdict: supported
    text: Counted.
    evidence: [${idOf(5)}, {article: a.txt, quote: seventeen}]
decisions:
  - id: ${idOf(2)}
    decision: dismissed
    about: claim
    passages: [{article: ./a.txt, quote: seventeen}]
    moved: [{article: a.txt, quote: seventeen, says: '17'}]
    merged:
      - kind: number
        passages: [{article: a.txt, quote: seventeen}]
  # of another article
  - id: ${idOf(3)}
    decision: dismissed
    about: claim
    passages: [{article: b.txt,   quote: twelve}]
reviewed:
  - {article: a.txt, text: sha256-${'A'.repeat(43)}}
`;
    const path = 'jane.crosscheck.yaml';
    const edited = editSidecar(text, 'Jane', renamedReferences(read(path, text), 'a.txt', 'in/c.txt'));
    assert.ok(edited.ok);
    assert.doesNotMatch(edited.text, /article: (?:\.\/)?a\.txt/);
    assert.equal(edited.text.match(/article: in\/c\.txt/g)?.length, 6);
    for (const kept of [
      '# mine\n',
      '  # of another article\n',
      'passages: [{article: b.txt,   quote: twelve}]\n',
      'mood: sure',
    ])
      assert.ok(edited.text.includes(kept), kept);
    const back = editSidecar(edited.text, 'Jane', renamedReferences(read(path, edited.text), 'in', 'old'));
    assert.equal(back.ok && back.text.match(/article: old\/c\.txt/g)?.length, 6);
    assert.deepEqual(renamedReferences(read(path, text), 'x.txt', 'y.txt'), []);
  });

  it('in sources.yaml have their line renamed where it stands, and nothing else', () => {
    const text = `# ours
sources:
  - file: "*.txt"
    language: en
  # the first
  - file: a.txt   # from the shelf
    outlet: One
    mood: sure
  - {file: ./in/b.txt,   outlet: Two}
  - {file: a.txt.old.txt, outlet: Three}
`;
    const renamed = (now: string, from: string, to: string): string => {
      const edited = editSidecar(now, '', renamedSources(readSources('sources.yaml', now), from, to));
      assert.ok(edited.ok);
      return edited.text;
    };
    const file = renamed(text, 'a.txt', 'c d.txt');
    assert.equal(file, text.replace('file: a.txt   #', 'file: c d.txt   #'));
    assert.equal(renamed(file, 'c d.txt', 'a.txt'), text);
    assert.equal(renamed(text, 'in', 'out'), text.replace('./in/b.txt', 'out/b.txt'));
    assert.equal(renamed(text, 'x.txt', 'y.txt'), text);
    const inner = readSources('in/sources.yaml', 'sources:\n  - file: b.txt\n');
    assert.deepEqual(renamedSources(inner, 'in/b.txt', 'out/b.txt'), [
      { do: 'rename', section: 'sources', id: 'b.txt', to: '../out/b.txt' },
    ]);
  });
});

describe('sources', () => {
  it('know a file by its name, by a pattern, by its front matter: the nearer wins', () => {
    const sources = readSources(
      'sources.yaml',
      'sources:\n  - {file: "*.txt", outlet: All, language: en}\n  - {file: a.txt, outlet: One, published: 2025-09-28}\n',
    );
    const inner = readSources('in/sources.yaml', 'sources:\n  - {file: "*.txt", outlet: Inner}\n');
    const articles = ['a.txt', 'b.txt', 'in/c.txt'].map(path => ({
      path,
      text: path === 'b.txt' ? '---\noutlet: Mine\n---\nText' : 'Text',
    }));
    const infos = articleInfos(articles, [sources, inner]);
    assert.deepEqual(infos.get('a.txt'), { outlet: 'One', language: 'en', published: '2025-09-28' });
    assert.deepEqual(infos.get('b.txt'), { outlet: 'Mine', language: 'en' });
    assert.deepEqual(infos.get('in/c.txt'), { outlet: 'Inner' });
  });

  it('read front matter only where it is one', () => {
    assert.deepEqual(frontMatter('---\ntitle: T\npublished: 2025-01-02\n---\nText'), {
      info: { title: 'T', published: '2025-01-02' },
      end: 39,
    });
    for (const text of ['Text\n---\ntitle: T\n---\n', '---\nno end', '---\n- a\n---\n', '---\n: : :\n---\n'])
      assert.deepEqual(frontMatter(text), { info: {}, end: 0 });
  });

  it('take patterns', () => {
    const matches = (glob: string, path: string) => globToRegExp(glob).test(path);
    assert.ok(
      matches('*.txt', 'a.txt') &&
        !matches('*.txt', 'a/b.txt') &&
        matches('**/*.txt', 'a/b/c.txt') &&
        matches('**/*.txt', 'c.txt'),
    );
    assert.ok(matches('{a,b}[0-9]?.md', 'b1x.md') && !matches('[!a].md', 'a.md') && matches('a+(b).md', 'a+(b).md'));
    assert.ok(matches('broken[.md', 'broken[.md'));
  });
});
