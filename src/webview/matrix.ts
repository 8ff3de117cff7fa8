/**
 * The page of the matrix: a grid after the ARIA pattern (one stop for Tab, arrow keys between cells, Enter to open), with a filter. It is
 * drawn from `MatrixData` by DOM calls alone, so that no word of an article can become markup.
 */
import type { MatrixCell, MatrixData, MatrixFact, MatrixRequest } from '../protocol/matrix.ts';

interface Host {
  postMessage(message: MatrixRequest): void;
  getState(): { readonly filter?: string } | undefined;
  setState(state: { readonly filter: string }): void;
}

declare function acquireVsCodeApi(): Host;

const host = acquireVsCodeApi();
const root = document.getElementById('matrix');
let data: MatrixData | undefined;
let filter = host.getState()?.filter ?? '';
/** The column that one walks up and down in: a fact's title is one cell wide, and must not lead out of it. */
let column = 0;

window.addEventListener('message', ({ data: told }: MessageEvent<MatrixData>) => {
  data = told;
  draw();
});
host.postMessage({ ready: true });

function draw(): void {
  if (!root || !data) return;
  const { words } = data;
  // What one is typing stays, and so does the focus.
  if (document.getElementById('filter')) {
    drawGrid();
    return;
  }
  const input = element('input', {
    type: 'search',
    id: 'filter',
    'aria-label': words.filter,
    placeholder: words.filter,
    value: filter,
  });
  input.addEventListener('input', () => {
    filter = (input as HTMLInputElement).value;
    host.setState({ filter });
    drawGrid();
  });
  const help = element('p', { class: 'help', id: 'help' }, words.help);
  root.replaceChildren(element('h1', {}, words.title), input, help, element('div', { id: 'grid' }));
  drawGrid();
}

function drawGrid(): void {
  const place = document.getElementById('grid');
  if (!place || !data) return;
  const { scrollTop, scrollLeft } = place;
  const focused = document.activeElement?.getAttribute('data-cell');
  const facts = data.facts.filter(fact => fits(fact));
  if (facts.length === 0) {
    place.replaceChildren(element('p', { role: 'status' }, data.words.none));
    return;
  }
  const columns = data.sources.length + 1;
  const table = element('div', {
    role: 'grid',
    'aria-label': data.words.title,
    'aria-describedby': 'help',
    'aria-colcount': String(columns),
    class: 'grid',
  });
  table.style.setProperty('--sources', String(data.sources.length));
  const head = element('div', { role: 'row', class: 'row head' }, cell('columnheader', data.words.position, 'corner'));
  for (const { label, day } of data.sources) {
    head.append(cell('columnheader', label, 'source', day ? element('span', { class: 'day' }, day) : undefined));
  }
  table.append(element('div', { role: 'rowgroup' }, head));
  for (const fact of facts) table.append(groupOf(fact, columns));
  place.replaceChildren(table);
  nameCells(table);
  const cells = [...table.querySelectorAll<HTMLElement>('[data-cell]')];
  const again = focused ? cells.find(each => each.getAttribute('data-cell') === focused) : undefined;
  (again ?? cells[0])?.setAttribute('tabindex', '0');
  table.addEventListener('keydown', event => move(event, table));
  table.addEventListener('focusin', ({ target }) => keepTabStop(table, target));
  place.scrollTo(scrollLeft, scrollTop);
  again?.focus({ preventScroll: true });
}

/** Cells are known again, when the table was drawn anew, by their fact and their place in it. */
function nameCells(table: HTMLElement): void {
  for (const group of table.querySelectorAll<HTMLElement>('[role=rowgroup]')) {
    for (const [i, each] of group.querySelectorAll<HTMLElement>('[data-cell]').entries())
      each.setAttribute('data-cell', `${group.getAttribute('data-fact') ?? ''} ${i}`);
  }
}

/** The rows of one fact: its title over the whole width, then a row for each position. */
function groupOf(fact: MatrixFact, columns: number): HTMLElement {
  const group = element('div', { role: 'rowgroup', class: 'fact', 'data-fact': fact.id });
  const title = cell('rowheader', fact.title, 'title', element('span', { class: 'about' }, fact.about));
  title.setAttribute('aria-colspan', String(columns));
  group.append(element('div', { role: 'row', class: 'row' }, title));
  for (const { label, cells } of fact.positions) {
    const row = element('div', { role: 'row', class: 'row' }, cell('rowheader', label, 'position'));
    for (const [i, source] of (data?.sources ?? []).entries()) {
      const found = cells.find(each => each.source === i);
      row.append(found ? passage(found, source.path, source.label, label) : silent(source.label, label));
    }
    group.append(row);
  }
  return group;
}

function passage(found: MatrixCell, path: string, source: string, position: string): HTMLElement {
  const made = cell('gridcell', '', 'passage', element('span', { class: 'words' }, found.words));
  if (found.more) made.append(element('span', { class: 'more' }, `+${found.more}`));
  made.setAttribute('aria-label', `${source}, ${position}, ${found.line}: ${found.words}`);
  made.title = found.words;
  const open = () => host.postMessage({ open: { path, start: found.start, end: found.end } });
  made.addEventListener('click', open);
  made.addEventListener('keydown', event => {
    if (event.key !== 'Enter' && event.key !== ' ') return;
    event.preventDefault();
    open();
  });
  return made;
}

function silent(source: string, position: string): HTMLElement {
  const made = cell('gridcell', '·', 'silent');
  made.setAttribute('aria-label', `${source}, ${position}: ${data?.words.silent ?? ''}`);
  return made;
}

function cell(role: string, words: string, name: string, below?: HTMLElement): HTMLElement {
  const made = element('div', { role, class: `cell ${name}`, tabindex: '-1', 'data-cell': '' }, words);
  if (below) made.append(below);
  return made;
}

/** Arrow keys, Home and End, also with Ctrl: as the ARIA pattern for grids has them. */
function move(event: KeyboardEvent, table: HTMLElement): void {
  const at = (event.target as HTMLElement).closest<HTMLElement>('[data-cell]');
  const rows = [...table.querySelectorAll<HTMLElement>('[role=row]')].map(row => [
    ...row.querySelectorAll<HTMLElement>('[data-cell]'),
  ]);
  const row = rows.findIndex(cells => at !== null && cells.includes(at));
  if (!at || row < 0) return;
  const cells = rows[row] ?? [];
  if (cells.length > 1) column = cells.indexOf(at);
  const target = targetOf(event, rows, row, cells.indexOf(at));
  if (!target) return;
  event.preventDefault();
  target.focus();
  target.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

function targetOf(
  { key, ctrlKey }: KeyboardEvent,
  rows: readonly (readonly HTMLElement[])[],
  row: number,
  here: number,
): HTMLElement | undefined {
  const inRow = (index: number) => rows[index]?.[Math.min(column, (rows[index]?.length ?? 1) - 1)];
  switch (key) {
    case 'ArrowRight':
      return rows[row]?.[here + 1];
    case 'ArrowLeft':
      return rows[row]?.[here - 1];
    case 'ArrowDown':
      return inRow(row + 1);
    case 'ArrowUp':
      return inRow(row - 1);
    case 'Home':
      return ctrlKey ? rows[0]?.[0] : rows[row]?.[0];
    case 'End':
      return ctrlKey ? rows.at(-1)?.at(-1) : rows[row]?.at(-1);
    default:
      return undefined;
  }
}

/** Only the cell that has the focus can be reached with Tab. */
function keepTabStop(table: HTMLElement, target: EventTarget | null): void {
  const at = (target as HTMLElement | null)?.closest<HTMLElement>('[data-cell]');
  if (!at) return;
  for (const other of table.querySelectorAll('[data-cell][tabindex="0"]')) other.setAttribute('tabindex', '-1');
  at.setAttribute('tabindex', '0');
}

function fits({ title, about, positions }: MatrixFact): boolean {
  const parts = [title, about, ...positions.flatMap(({ label, cells }) => [label, ...cells.map(({ words }) => words)])];
  const haystack = parts.join('\n').toLowerCase();
  return filter
    .toLowerCase()
    .split(/\s+/)
    .every(word => haystack.includes(word));
}

function element(
  name: string,
  attributes: Readonly<Record<string, string>>,
  ...children: readonly (string | HTMLElement)[]
): HTMLElement {
  const made = document.createElement(name);
  for (const [key, value] of Object.entries(attributes)) made.setAttribute(key, value);
  made.append(...children);
  return made;
}
