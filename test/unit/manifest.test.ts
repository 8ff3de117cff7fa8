// The checklist of what VS Code's users and marketplace expect, as far as a script can look: each test begins with its number there.
// Left for elsewhere: 10, 19, 29, 34, 39, 41 are host tests; of 52 the pictures are looked at; 55 and 56 are packaging's; 37 is the schemas'.
import assert from 'node:assert/strict';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  COLORS,
  COMMANDS,
  COMMENTS,
  CONTEXT,
  INTERNAL_COMMANDS,
  LAYER_COMMANDS,
  LAYERS,
  SELECTED_ROWS,
  SETTINGS,
  VIEW_CONTAINER,
  VIEWS,
} from '../../src/host/kit/ids.ts';
import { SETTINGS_BEGIN, SETTINGS_END, settingsTable } from '../tools/readme.mjs';
import { bundleOf, stringsIn } from '../tools/strings.mjs';

const root = process.cwd();
const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
const strings: Readonly<Record<string, string>> = JSON.parse(readFileSync(join(root, 'package.nls.json'), 'utf8'));
const { contributes } = manifest;
const sources = readdirSync(join(root, 'src', 'host'), { recursive: true, encoding: 'utf8' })
  .filter(name => name.endsWith('.ts'))
  .map(name => ({ name, text: readFileSync(join(root, 'src', 'host', name), 'utf8') }));

interface Item {
  readonly command: string;
  readonly when?: string;
  readonly group?: string;
}
const commands: readonly { command: string; title: string; category?: string; icon?: string }[] = contributes.commands;
const menus: Readonly<Record<string, readonly Item[]>> = contributes.menus;
const settings: Readonly<Record<string, Readonly<Record<string, unknown>>>> = Object.assign(
  {},
  ...contributes.configuration.map((section: { properties: object }) => section.properties),
);

function text(value: unknown): string {
  const key = /^%(.+)%$/.exec(String(value))?.[1];
  assert.ok(key, `${value} goes through package.nls.json`);
  const found = strings[key];
  assert.ok(found, `package.nls.json has ${key}`);
  return found;
}

describe('the manifest', () => {
  it('names the same commands, views, settings and colours as the code', () => {
    const known = [...Object.values(COMMANDS), ...Object.values(LAYER_COMMANDS), ...Object.values(INTERNAL_COMMANDS)];
    assert.deepEqual(commands.map(({ command }) => command).sort(), known.sort());
    const views = contributes.views[VIEW_CONTAINER].map(({ id }: { id: string }) => id);
    assert.deepEqual(views, Object.values(VIEWS));
    assert.deepEqual(
      Object.keys(settings).sort(),
      Object.values(SETTINGS)
        .map(name => `crosscheck.${name}`)
        .sort(),
    );
    assert.deepEqual(contributes.colors.map(({ id }: { id: string }) => id).sort(), Object.values(COLORS).sort());
  });

  it('uses in every condition only context keys that the code sets', () => {
    const known = new Set<string>([
      COMMENTS.controller,
      ...Object.values(CONTEXT),
      ...Object.values(VIEWS),
      ...Object.values(COMMANDS),
    ]);
    const whens = collectWhens(contributes).flatMap(when => when.match(/\bcrosscheck\.[A-Za-z.]+/g) ?? []);
    assert.notEqual(whens.length, 0);
    for (const key of whens) assert.ok(known.has(key), key);
  });

  it('1: one view container, at most five views, each with an icon', () => {
    assert.equal(contributes.viewsContainers.activitybar.length, 1);
    const views = contributes.views[VIEW_CONTAINER];
    assert.ok(views.length <= 5);
    for (const view of views) {
      assert.ok(existsSync(join(root, view.icon)), view.id);
      assert.ok(text(view.name).length > 3);
    }
  });

  it('2: at most three inline actions a row', () => {
    const byRow = new Map<string, Set<string>>();
    for (const item of menus['view/item/context'] ?? []) {
      if (!item.group?.startsWith('inline')) continue;
      const row = /view == \S+ && viewItem =~ \/\^\w+/.exec(item.when ?? '')?.[0];
      assert.ok(row, `${item.command} is for one kind of row: ${item.when}`);
      byRow.set(row, (byRow.get(row) ?? new Set()).add(item.command));
    }
    assert.notEqual(byRow.size, 0);
    for (const [row, inline] of byRow) assert.ok(inline.size <= 3, row);
  });

  it('5: welcome content for what is off, reading, failed and empty', () => {
    const whens: readonly string[] = contributes.viewsWelcome.map(({ when }: { when: string }) => when);
    for (const state of ['== off', '== reading', '== failed', 'sourcesRead == 0']) {
      assert.ok(
        whens.some(when => when.includes(state)),
        state,
      );
    }
    for (const view of Object.values(VIEWS)) {
      const told = contributes.viewsWelcome.filter((welcome: { view: string }) => welcome.view === view);
      assert.notEqual(told.length, 0, `${view} says what to do while it is empty`);
    }
    for (const view of [VIEWS.disputes, VIEWS.entities, VIEWS.sources]) {
      for (const state of ['reading', 'ready', 'failed', 'cancelled'])
        assert.ok(
          contributes.viewsWelcome.some(
            (welcome: { view: string; when: string }) =>
              welcome.view === view && welcome.when.includes(`crosscheck.state == ${state}`),
          ),
          `${view} ${state}`,
        );
    }
    for (const { contents } of contributes.viewsWelcome) {
      for (const [, command] of text(contents).matchAll(/\(command:([\w.]+)\)/g)) {
        assert.ok(command?.startsWith('vscode.') || commands.some(each => each.command === command), command);
      }
    }
  });

  it('6: progress stands in the view and the status item, never in a notification', () => {
    for (const { name, text: code } of sources) assert.ok(!code.includes('ProgressLocation.Notification'), name);
  });

  it('7: every colour has all four defaults', () => {
    for (const { id, defaults, description } of contributes.colors) {
      assert.deepEqual(Object.keys(defaults).sort(), ['dark', 'highContrast', 'highContrastLight', 'light'], id);
      text(description);
    }
    for (const { name, text: code } of sources)
      assert.ok(!/Color: '#/.test(code), `${name} takes colours from the theme`);
  });

  it('11: one icon in the editor title, under a condition; in its place, while one reviews, those of the review', () => {
    const icons = (menus['editor/title'] ?? []).filter(({ group }) => group?.startsWith('navigation'));
    const [reading, reviewing] = [/!crosscheck\.triaging/, /(?<!!)crosscheck\.triaging/].map(condition =>
      icons.filter(({ when }) => condition.test(when ?? '')),
    );
    assert.equal(reading?.length, 1);
    assert.equal(icons.length, 1 + (reviewing?.length ?? 0));
  });

  it('12: context menus only where they make sense', () => {
    for (const name of ['editor/context', 'explorer/context', 'view/title', 'view/item/context']) {
      for (const item of menus[name] ?? []) assert.ok(item.when && item.group, `${name} ${item.command}`);
    }
  });

  it('13: every command has a category and a title without emoji; internal ones are hidden, others have a condition', () => {
    const palette = new Map((menus.commandPalette ?? []).map(({ command, when }) => [command, when]));
    for (const { command, title, category } of commands) {
      assert.equal(category, 'Crosscheck');
      assert.doesNotMatch(text(title), /\p{Extended_Pictographic}/u);
      assert.match(text(title), /^\p{Lu}/u);
      if (Object.values<string>(INTERNAL_COMMANDS).includes(command))
        assert.equal(palette.get(command), 'false', command);
    }
    const always = commands.filter(({ command }) => !palette.has(command)).map(({ command }) => command);
    assert.deepEqual(
      always.sort(),
      [
        COMMANDS.analyzeFolder,
        COMMANDS.newArticle,
        COMMANDS.openExamples,
        COMMANDS.setReviewer,
        COMMANDS.showLog,
      ].sort(),
    );
  });

  it('14: few keys, behind one chord and a condition; single ones only while suggestions are reviewed', () => {
    const chords = contributes.keybindings.filter(({ when }: { when: string }) => !when.includes(CONTEXT.triaging));
    assert.ok(new Set(chords.map(({ command }: { command: string }) => command)).size <= 15);
    for (const { when } of contributes.keybindings) assert.ok(when.includes('crosscheck.'));
    for (const { key, mac, when } of chords) {
      assert.match(key, /^ctrl\+alt\+c \w$/);
      assert.match(mac, /^cmd\+alt\+x \w$/);
      assert.ok(when);
    }
    // A key that works on the selected rows of a tree as well is the same one there.
    const [inEditor, inTree] = [false, true].map(rows =>
      contributes.keybindings.filter(({ args }: { args?: string }) => (args === SELECTED_ROWS) === rows),
    );
    const named = inEditor.map(({ key, command }: { key: string; command: string }) => `${key} ${command}`);
    for (const { key, command, when } of inTree) {
      assert.ok(named.includes(`${key} ${command}`), key);
      assert.ok(when.includes(`focusedView == ${VIEWS.disputes}`), when);
    }
    for (const keys of [inEditor, inTree].map(bound => bound.map(({ key }: { key: string }) => key)))
      assert.equal(new Set(keys).size, keys.length);
  });

  it('15: context keys begin with the name', () => {
    for (const key of Object.values(CONTEXT)) assert.ok(key.startsWith('crosscheck.'));
    for (const { name, text: code } of sources) assert.doesNotMatch(code, /'setContext',\s*'/, name);
  });

  it('16 and 17: no status bar item, but a language status item', () => {
    assert.ok(sources.some(({ text: code }) => code.includes('createLanguageStatusItem')));
    for (const { name, text: code } of sources) assert.ok(!code.includes('createStatusBarItem'), name);
  });

  it('20: one walkthrough; every step has a verb for a title, a picture with alternative words, and an end', () => {
    assert.equal(contributes.walkthroughs.length, 1);
    const [{ steps }] = contributes.walkthroughs;
    assert.equal(steps.length, 5);
    for (const step of steps) {
      assert.match(text(step.title), /^(?:Open|See|Point|Annotate|Review)/);
      assert.ok(existsSync(join(root, step.media.svg)) && text(step.media.altText).length > 10, step.id);
      assert.match(readFileSync(join(root, step.media.svg), 'utf8'), /var\(--vscode-/);
      assert.notEqual(step.completionEvents.length, 0);
      for (const [, command] of text(step.description).matchAll(/\(command:([\w.]+)\)/g)) {
        assert.ok(command?.endsWith('.focus') || commands.some(each => each.command === command), command);
      }
    }
  });

  it('21: the README says in a line what it is, shows it at once, and has settings, limits and privacy', () => {
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const [title, , line, , picture] = readme.split('\n');
    assert.equal(title, `# ${manifest.displayName}`);
    assert.match(line ?? '', /^\*\*.{20,160}\*\*$/);
    const [, file = ''] = /^!\[.{20,}\]\((media\/pictures\/.+\.png)\)$/.exec(picture ?? '') ?? [];
    assert.ok(existsSync(join(root, file)) && file, picture);
    for (const heading of ['Settings', 'What it cannot do', 'Privacy and safety'])
      assert.match(readme, new RegExp(`^#+ ${heading}$`, 'm'));
    const table = readme.slice(readme.indexOf(SETTINGS_BEGIN), readme.indexOf(SETTINGS_END));
    assert.equal(table, settingsTable(manifest, strings), 'npm run readme writes it anew');
  });

  it('22: icon of 128 pixels or more, banner, categories, few keywords', () => {
    const png = readFileSync(join(root, manifest.icon));
    assert.ok(png.readUInt32BE(16) >= 128 && png.readUInt32BE(20) >= 128);
    assert.ok(manifest.galleryBanner && manifest.categories.length > 0 && manifest.keywords.length <= 5);
  });

  it('23 and 24: is activated only by what it reads', () => {
    assert.deepEqual(manifest.activationEvents, [
      'workspaceContains:**/sources.yaml',
      'workspaceContains:**/*.crosscheck.yaml',
    ]);
  });

  it('25 to 28: runs beside the files, on the web, in virtual and untrusted workspaces', () => {
    assert.deepEqual(manifest.extensionKind, ['workspace']);
    assert.ok(manifest.main && manifest.browser);
    assert.equal(manifest.capabilities.virtualWorkspaces, true);
    assert.equal(manifest.capabilities.untrustedWorkspaces.supported, true);
    for (const { name, text: code } of sources) {
      assert.doesNotMatch(code, /\.fsPath\b/, name);
      assert.doesNotMatch(code, /from 'node:/, name);
    }
  });

  it('30 to 33: few settings, each with Markdown, scope, default and order, in titled sections', () => {
    assert.ok(Object.keys(settings).length <= 25);
    for (const [id, setting] of Object.entries(settings)) {
      text(setting.markdownDescription);
      assert.ok(['resource', 'window'].includes(String(setting.scope)), id);
      assert.ok('default' in setting && typeof setting.order === 'number', id);
      if (setting.type === 'object') assert.equal(setting.additionalProperties, false, id);
      if (setting.enum) {
        const values = setting.enum as readonly string[];
        assert.equal((setting.enumItemLabels as readonly string[]).map(text).length, values.length, id);
        assert.equal((setting.markdownEnumDescriptions as readonly string[]).map(text).length, values.length, id);
      }
    }
    for (const { title } of contributes.configuration) assert.doesNotMatch(text(title), /Extension|Settings/);
  });

  it('35: a schema for each kind of YAML file, where the extension has it', () => {
    assert.equal(contributes.yamlValidation.length, 3);
    for (const { url } of contributes.yamlValidation) assert.ok(existsSync(join(root, url)), url);
  });

  it('43: what stands in articles is never trusted Markdown', () => {
    for (const { name, text: code } of sources)
      assert.doesNotMatch(code, /isTrusted\s*[:=]\s*true|supportHtml\s*[:=]\s*true/, name);
  });

  it('46: nothing in the code reaches for the network', () => {
    for (const { name, text: code } of sources) assert.doesNotMatch(code, /\bfetch\(|XMLHttpRequest|WebSocket\(/, name);
  });

  it('51: each layer has a command, each step of a review a key, each job of the day a chord that the README tells', () => {
    assert.deepEqual(Object.keys(LAYER_COMMANDS), [...LAYERS]);
    const keys = new Map(
      contributes.keybindings.map(({ command, key }: { command: string; key: string }) => [command, key]),
    );
    for (const [name, command] of Object.entries(INTERNAL_COMMANDS))
      if (name.startsWith('triage')) assert.ok(keys.has(command), command);
    const readme = readFileSync(join(root, 'README.md'), 'utf8');
    const chords = contributes.keybindings.flatMap(
      ({ key }: { key: string }) => /^ctrl\+alt\+c (\w)$/.exec(key)?.[1] ?? [],
    );
    const [, table = ''] = readme.split('### From the keyboard');
    for (const chord of new Set<string>(chords))
      assert.match(table, new RegExp(`^\\| (?:\\w, )*${chord.toUpperCase()}(?:, \\w)* \\|`, 'm'), chord);
    const forward = [
      COMMANDS.nextDispute,
      COMMANDS.nextAnnotation,
      COMMANDS.previousDispute,
      COMMANDS.previousAnnotation,
    ];
    for (const command of forward)
      assert.ok(
        commands.some(each => each.command === command),
        command,
      );
  });

  it('51: every icon in a row stands in the row’s menu too, where keys reach it', () => {
    const items = menus['view/item/context'] ?? [];
    const reached = new Set(items.filter(({ group }) => !group?.startsWith('inline')).map(({ command }) => command));
    for (const { command, group } of items) if (group?.startsWith('inline')) assert.ok(reached.has(command), command);
  });

  it('52: high contrast has no tints, but lines and boxes of the theme’s own colours', () => {
    for (const { id, defaults } of contributes.colors as readonly { id: string; defaults: Record<string, string> }[]) {
      for (const theme of ['highContrast', 'highContrastLight']) {
        const colour = defaults[theme] ?? '';
        if (/background/i.test(id)) assert.equal(colour, '#00000000', `${id} ${theme}`);
        if (/border|ruler/i.test(id)) assert.match(colour, /^[a-zA-Z.]+$/, `${id} ${theme}`);
      }
    }
  });

  it('50: the strings of the code are in the bundle for translators (npm run strings)', () => {
    const strings = stringsIn(join(root, 'src'));
    assert.ok(strings.length > 100);
    assert.equal(readFileSync(join(root, manifest.l10n, 'bundle.l10n.json'), 'utf8'), bundleOf(strings));
  });

  it('50: every string goes through package.nls.json or l10n, and none is left over', () => {
    const used = new Set([...JSON.stringify(manifest).matchAll(/%([\w.]+)%/g)].map(([, key]) => key));
    assert.deepEqual(
      Object.keys(strings).filter(key => !used.has(key)),
      [],
    );
    for (const { name, text: code } of sources) {
      assert.doesNotMatch(code, /show(?:Information|Warning|Error)Message\(\s*(?:['"]|`[^$])/, name);
      assert.doesNotMatch(code, /(?:placeHolder|prompt|title): '[A-Z]/, name);
    }
  });
});

function collectWhens(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(collectWhens);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    key === 'when' && typeof inner === 'string' ? [inner] : collectWhens(inner),
  );
}
