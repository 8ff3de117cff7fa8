import * as vscode from 'vscode';
import type { AnalyzedEntity } from '../../engine/analysis.ts';
import type { EntityType } from '../../engine/entities/types.ts';
import { overlap } from '../../engine/text/span.ts';
import { isAttached, makeAnchor } from '../../review/anchors/anchor.ts';
import type { AnchoredAnnotation } from '../../review/format/schema.ts';
import type { SaidAnnotation } from '../../review/union/said.ts';
import { leastScore } from '../kit/settings.ts';
import type { Article, FolderSnapshot } from '../session/snapshot.ts';
import { shorten } from '../words/excerpts.ts';
import { typeLabel } from '../words/labels.ts';
import { shownDisputes } from '../words/marks.ts';
import type { Entry, Ledger } from './ledger.ts';
import type { Answers, Argument, Selected, Targets } from './targets.ts';

/** In the order in which they are offered. */
export const TYPES: readonly EntityType[] = ['person', 'organization', 'place', 'group', 'event', 'date', 'quantity'];

type Annotated = SaidAnnotation<AnchoredAnnotation>;

/** "Annotate Claim", "Annotate Entity", "Add Note", "Edit Annotation", "Delete Annotation". */
export class Annotating {
  readonly #ledger: Ledger;
  readonly #targets: Targets;

  constructor(ledger: Ledger, targets: Targets) {
    this.#ledger = ledger;
    this.#targets = targets;
  }

  async claim(argument?: Argument): Promise<void> {
    const selected = this.#targets.selected(argument);
    if (!selected) return nothingSelected();
    if (!(await this.#ledger.ready(selected.snapshot))) return;
    const text = answers(argument).text ?? (await askText(vscode.l10n.t('Annotate Claim'), selected, '', false));
    if (text === undefined) return;
    const bears = factAt(selected);
    await this.#add(selected, anchor => ({
      ...this.#head('claim'),
      ...anchor,
      ...bears,
      ...(text && { text }),
      created: this.#ledger.now(),
    }));
  }

  async note(argument?: Argument): Promise<void> {
    const selected = this.#targets.selected(argument);
    if (!selected) return nothingSelected();
    if (!(await this.#ledger.ready(selected.snapshot))) return;
    const text = answers(argument).text ?? (await askText(vscode.l10n.t('Add Note'), selected, '', true));
    if (!text) return;
    await this.#ledger.note(selected.snapshot, selected.article, selected.span, text);
  }

  async entity(argument?: Argument): Promise<void> {
    const selected = this.#targets.selectedName(argument);
    if (!selected) return nothingSelected();
    if (!(await this.#ledger.ready(selected.snapshot))) return;
    const named = await this.#askName(selected, answers(argument));
    if (!named) return;
    await this.#add(selected, anchor => ({
      ...this.#head('entity'),
      ...anchor,
      ...named,
      created: this.#ledger.now(),
    }));
  }

  async #askName(
    { article, span, entity }: Selected & { readonly entity?: AnalyzedEntity },
    given: Answers,
  ): Promise<{ readonly entity: string; readonly entityType: EntityType } | undefined> {
    if (given.entity && given.entityType) return { entity: given.entity, entityType: given.entityType };
    const words = article.text.slice(span.start, span.end).replace(/\s+/g, ' ');
    const title = vscode.l10n.t('Annotate Entity: {0}', shorten(words, 60));
    const types = entity ? [entity.type, ...TYPES.filter(type => type !== entity.type)] : TYPES;
    const chosen = await vscode.window.showQuickPick(
      types.map(type => ({
        label: typeLabel(type),
        ...(type === entity?.type ? { description: vscode.l10n.t('as the analysis has it') } : {}),
        type,
      })),
      { title: `${title} (1/2)`, placeHolder: vscode.l10n.t('What kind of thing is it?') },
    );
    if (!chosen) return undefined;
    const name = await vscode.window.showInputBox({
      title: `${title} (2/2)`,
      prompt: vscode.l10n.t('The one name for it in all articles'),
      value: entity?.canonical ?? words,
      validateInput: value => (/\S/.test(value) ? undefined : vscode.l10n.t('A name')),
    });
    return name === undefined ? undefined : { entity: name.trim(), entityType: chosen.type };
  }

  async edit(argument?: Argument): Promise<void> {
    const found = await this.#own(vscode.l10n.t('Edit Annotation'), argument);
    if (!found) return;
    const { snapshot, said } = found;
    const given = answers(argument).text;
    if (given === undefined && /\n[^\n]/.test(said.record.text ?? '')) {
      // An input box has one line, and would lose the others.
      await showRecord(snapshot, said);
      return;
    }
    const text =
      given ??
      (await vscode.window.showInputBox({
        title: vscode.l10n.t('Edit Annotation'),
        prompt: shorten(said.record.quote, 120),
        value: (said.record.text ?? '').trimEnd(),
      }));
    if (text === undefined) return;
    await this.change(snapshot, said, text);
  }

  /** Gives an annotation other words. */
  async change(snapshot: FolderSnapshot, said: Annotated, text: string): Promise<boolean> {
    const before = (await this.#ledger.completed(snapshot, said))?.record;
    if (!before) return false;
    const { text: _, ...rest } = before;
    const record: AnchoredAnnotation = text.trim() ? { ...rest, text } : rest;
    const put = (changed: AnchoredAnnotation): Entry => ({
      do: 'put',
      section: 'annotations',
      place: said.path,
      record: changed,
    });
    return this.#ledger.write(snapshot, vscode.l10n.t('the edit'), [put(record)], [put(before)]);
  }

  async delete(argument?: Argument): Promise<void> {
    const found = await this.#own(vscode.l10n.t('Delete Annotation'), argument);
    if (found) await this.remove(found.snapshot, found.said);
  }

  /** Takes an annotation out, and offers to put it back. */
  async remove(snapshot: FolderSnapshot, said: Annotated): Promise<void> {
    const record = (await this.#ledger.completed(snapshot, said))?.record;
    if (!record?.id) return;
    const removed = await this.#ledger.write(
      snapshot,
      vscode.l10n.t('the deletion'),
      [{ do: 'remove', section: 'annotations', place: said.path, id: record.id }],
      [{ do: 'put', section: 'annotations', place: said.path, record }],
    );
    if (!removed) return;
    const undo = vscode.l10n.t('Undo');
    void vscode.window
      .showInformationMessage(vscode.l10n.t('Deleted the annotation of “{0}”.', shorten(said.record.quote, 60)), undo)
      .then(chosen => (chosen === undo ? this.#ledger.undo() : undefined));
  }

  #head<T extends AnchoredAnnotation['type']>(type: T): { readonly id: string; readonly type: T } {
    return { id: this.#ledger.newId(), type };
  }

  async #add(selected: Selected, make: (anchor: Anchored) => AnchoredAnnotation): Promise<boolean> {
    const { snapshot, article, span } = selected;
    const anchor = makeAnchor(article.text, span);
    if (!anchor) {
      await nothingSelected();
      return false;
    }
    const record = make(anchor);
    return this.#ledger.write(
      snapshot,
      vscode.l10n.t('the annotation'),
      [{ do: 'put', section: 'annotations', place: article.path, record }],
      [{ do: 'remove', section: 'annotations', place: article.path, id: record.id ?? '' }],
    );
  }

  /** The reviewer's own annotation at the cursor; chosen from a list when there are several. */
  async #own(title: string, argument?: Argument): Promise<{ snapshot: FolderSnapshot; said: Annotated } | undefined> {
    const selected = this.#targets.selectedName(argument) ?? this.#targets.selected(argument);
    const { snapshot, article, span } = selected ?? {};
    if (!snapshot || !article || !span) {
      await nothingSelected();
      return undefined;
    }
    const slug = await this.#ledger.slug(snapshot);
    const here = annotationsOf(snapshot, article).filter(
      said => said.slug === slug && said.anchor && isAttached(said.anchor) && meets(said.anchor, span),
    );
    const [only] = here;
    if (!only) {
      await vscode.window.showInformationMessage(vscode.l10n.t('You have no annotation here.'));
      return undefined;
    }
    if (here.length === 1) return { snapshot, said: only };
    const picks = here.map(said => ({
      label: shorten(said.record.quote, 60),
      description: shorten(said.record.text ?? '', 80),
      said,
    }));
    const chosen = await vscode.window.showQuickPick(picks, { title, placeHolder: vscode.l10n.t('Which one?') });
    return chosen && { snapshot, said: chosen.said };
  }
}

/** What a command's arguments answer of what it would ask. */
function answers(argument: Argument): Answers {
  return argument && !('kind' in argument) && !('id' in argument) ? argument : {};
}

type Anchored = Pick<AnchoredAnnotation, 'quote' | 'before' | 'after' | 'start' | 'end'>;

function annotationsOf(snapshot: FolderSnapshot, article: Article): readonly Annotated[] {
  return (snapshot.review?.annotations ?? []).filter(
    (said): said is Annotated => said.path === article.path && 'quote' in said.record,
  );
}

function meets(a: { start: number; end: number }, b: { start: number; end: number }): boolean {
  return overlap(a, b) > 0 || (a.start <= b.start && b.start <= a.end);
}

/** The fact in dispute that a stretch bears on, and the position that it takes. */
function factAt({ snapshot, article, span }: Selected): { fact?: string; says?: string } {
  for (const dispute of shownDisputes(snapshot, leastScore(snapshot.folder.uri))) {
    for (const { label, evidence } of dispute.positions) {
      if (evidence.some(passage => passage.path === article.path && overlap(passage, span) > 0)) {
        return { fact: dispute.id, says: label };
      }
    }
  }
  return {};
}

async function askText(
  title: string,
  { article, span }: Selected,
  value: string,
  required: boolean,
): Promise<string | undefined> {
  return vscode.window.showInputBox({
    title,
    prompt: `“${shorten(article.text.slice(span.start, span.end).replace(/\s+/g, ' '), 120)}”`,
    placeHolder: required
      ? vscode.l10n.t('Your note, in Markdown')
      : vscode.l10n.t('What you have to say on it, in Markdown; Enter alone just marks it'),
    value,
    ignoreFocusOut: true,
    ...(required
      ? { validateInput: (text: string) => (/\S/.test(text) ? undefined : vscode.l10n.t('A note wants words')) }
      : {}),
  });
}

/** Opens the sidecar at the record, for what only a person can edit there. */
async function showRecord(snapshot: FolderSnapshot, said: Annotated): Promise<void> {
  const position = new vscode.Position(said.line - 1, said.column - 1);
  await vscode.window.showTextDocument(vscode.Uri.joinPath(snapshot.folder.uri, said.sidecar), {
    selection: new vscode.Range(position, position),
  });
}

async function nothingSelected(): Promise<void> {
  await vscode.window.showInformationMessage(vscode.l10n.t('Select the words in an article first.'));
}
