import * as vscode from 'vscode';
import { Hovers } from './article/hover.ts';
import { Mentions } from './article/mentions.ts';
import { EntitySearch, Outline } from './article/symbols.ts';
import { chooseReviewers } from './commands/chooseReviewers.ts';
import {
  annotationOf,
  argumentOf,
  arrangeAnswersOf,
  articleAnswersOf,
  type Commands,
  commentReplyOf,
  fixOf,
  nodesOf,
  noteOf,
  reportOf,
  reviewerOf,
  suggestionsOf,
  threadOf,
  verdictAnswersOf,
  writingOf,
} from './commands/commandArguments.ts';
import { Navigation } from './commands/navigate.ts';
import { newArticle } from './commands/newArticle.ts';
import { Passages, passageCommands } from './commands/passages.ts';
import { report } from './commands/reporting.ts';
import { viewCommands } from './commands/viewCommands.ts';
import { Owner } from './kit/disposing.ts';
import { COMMANDS, INTERNAL_COMMANDS, PASSAGE_SCHEME, SELECTED_ROWS } from './kit/ids.ts';
import type { Errors, Log } from './kit/log.ts';
import type { Texts } from './kit/places.ts';
import { Matrix } from './panel/matrix.ts';
import { Problems } from './panel/problems.ts';
import { Annotating } from './review/annotate.ts';
import { Arranging } from './review/arranging.ts';
import { ArticleActions } from './review/articleActions.ts';
import { ArticleMoves } from './review/articleMoves.ts';
import { Comments } from './review/comments.ts';
import { Deciding } from './review/decide.ts';
import { Ledger, type LedgerDeps } from './review/ledger.ts';
import { ProblemFixes } from './review/problemFixes.ts';
import { Targets } from './review/targets.ts';
import { Triage } from './review/triage.ts';
import { Verdicts } from './review/verdict.ts';
import type { HiddenReviewers } from './session/hidden.ts';
import type { Reviewer } from './session/reviewer.ts';
import type { Session } from './session/session.ts';
import { AnnotationsTree } from './trees/annotationsTree.ts';
import { DisputesTree } from './trees/disputesTree.ts';
import { EntitiesTree } from './trees/entitiesTree.ts';
import { SourcesTree } from './trees/sourcesTree.ts';

interface DeskDeps {
  readonly session: Session;
  readonly texts: Texts;
  readonly reviewer: Reviewer;
  readonly hidden: HiddenReviewers;
  readonly errors: Errors;
  readonly log: Log;
  readonly context: vscode.ExtensionContext;
  readonly filesIn: LedgerDeps['filesIn'];
}

/** The reviewer's desk: the views, the hover and everything that people do to articles, wired by hand as in `compose.ts`. */
export class Desk extends Owner {
  readonly disputes: DisputesTree;
  readonly entities: EntitiesTree;
  readonly sources: SourcesTree;
  readonly annotations: AnnotationsTree;
  readonly ledger: Ledger;
  readonly triage: Triage;
  readonly comments: Comments;
  readonly #commands: Commands;

  constructor(deps: DeskDeps) {
    super();
    const { session, texts, errors, log, reviewer, hidden, context } = deps;
    const targets = new Targets(session, texts);
    const passages = new Passages(session, targets);
    this.own(vscode.workspace.registerTextDocumentContentProvider(PASSAGE_SCHEME, passages));
    const hovers = new Hovers(session, texts);
    this.own(vscode.languages.registerHoverProvider([{ pattern: '**/*.{txt,md}' }], hovers));
    const articles = [{ pattern: '**/*.{txt,md}' }];
    const mentions = new Mentions(session, texts);
    this.own(vscode.languages.registerDefinitionProvider(articles, mentions));
    this.own(vscode.languages.registerReferenceProvider(articles, mentions));
    this.own(vscode.languages.registerDocumentHighlightProvider(articles, mentions));
    this.own(
      vscode.languages.registerDocumentSymbolProvider(articles, new Outline(session, texts), { label: 'Crosscheck' }),
    );
    this.own(vscode.languages.registerWorkspaceSymbolProvider(new EntitySearch(session)));
    this.disputes = this.own(new DisputesTree(session));
    this.entities = this.own(new EntitiesTree(session));
    this.sources = this.own(new SourcesTree(session));
    this.annotations = this.own(new AnnotationsTree(session));
    this.own(
      vscode.languages.registerCodeActionsProvider([{ pattern: '**/*.{txt,md}' }], new ArticleActions(targets), {
        providedCodeActionKinds: ArticleActions.kinds,
      }),
    );
    const navigation = new Navigation(session, texts);

    this.ledger = this.own(new Ledger({ session, reviewer, log, filesIn: deps.filesIn }));
    const annotating = new Annotating(this.ledger, targets);
    const deciding = new Deciding(this.ledger, targets);
    const arranging = new Arranging(this.ledger, targets);
    this.own(new Problems(session));
    const fixes = this.own(new ProblemFixes(session, this.ledger));
    this.own(new ArticleMoves({ session, ledger: this.ledger, errors }));

    const comments = this.own(new Comments(session, texts, this.ledger));
    this.comments = comments;
    const triage = this.own(
      new Triage({
        media: vscode.Uri.joinPath(context.extensionUri, 'media'),
        session,
        deciding,
        annotating,
        ledger: this.ledger,
        focus: (dispute, claim) => {
          hovers.focus = dispute;
          hovers.claim = claim;
        },
        tell: words => {
          this.disputes.notice = words;
        },
      }),
    );
    this.triage = triage;
    const matrix = this.own(new Matrix(session, context.extensionUri));
    const verdicts = new Verdicts(this.ledger, targets);
    void reviewer.known(context.extensionUri);

    this.#commands = {
      ...passageCommands(passages),
      ...viewCommands(this.disputes, this.entities),
      [COMMANDS.openArticle]: () => navigation.openArticle(),
      [COMMANDS.newArticle]: given =>
        newArticle(
          session.snapshots.map(({ folder }) => folder),
          articleAnswersOf(given),
        ),
      [COMMANDS.report]: given => report(session, reportOf(given)),
      [COMMANDS.openMatrix]: () => matrix.open(),
      [COMMANDS.nextDispute]: () => navigation.go('disputes', 1),
      [COMMANDS.previousDispute]: () => navigation.go('disputes', -1),
      [COMMANDS.nextAnnotation]: () => navigation.go('annotations', 1),
      [COMMANDS.previousAnnotation]: () => navigation.go('annotations', -1),
      [COMMANDS.revealInTree]: async given => {
        const found = targets.suggested(argumentOf(given)).find(({ about }) => about === 'dispute');
        if (found?.about === 'dispute') await this.disputes.reveal(found.snapshot.folder.key, found.dispute.id);
      },
      [COMMANDS.annotateClaim]: given => annotating.claim(argumentOf(given)),
      [COMMANDS.annotateEntity]: given => annotating.entity(argumentOf(given)),
      [COMMANDS.addNote]: given => annotating.note(argumentOf(given)),
      [COMMANDS.editAnnotation]: given => annotating.edit(argumentOf(given)),
      [COMMANDS.deleteAnnotation]: given => annotating.delete(argumentOf(given)),
      [COMMANDS.confirmSuggestion]: async (given, all) => {
        await deciding.decide('confirmed', argumentOf(given), nodesOf(all));
        await triage.follow();
      },
      [COMMANDS.dismissSuggestion]: async (given, all) => {
        await deciding.decide('dismissed', argumentOf(given), nodesOf(all));
        await triage.follow();
      },
      [COMMANDS.takeBack]: (given, all) => deciding.takeBack(argumentOf(given), nodesOf(all)),
      [COMMANDS.moveToPosition]: (given, all, answers) =>
        arranging.move(argumentOf(given), nodesOf(all), arrangeAnswersOf(answers)),
      [COMMANDS.mergeFacts]: (given, all, answers) =>
        arranging.merge(argumentOf(given), nodesOf(all), arrangeAnswersOf(answers)),
      [COMMANDS.undo]: () => this.#undo(),
      [COMMANDS.setReviewer]: async () => {
        const scope = vscode.workspace.workspaceFolders?.[0]?.uri ?? context.extensionUri;
        await reviewer.ask(await reviewer.known(scope));
      },
      [COMMANDS.chooseReviewers]: () => chooseReviewers(hidden, session.snapshots),
      [COMMANDS.giveVerdict]: (given, all, answers) =>
        verdicts.give(argumentOf(given), nodesOf(all), verdictAnswersOf(answers)),
      [COMMANDS.reviewSuggestions]: what => triage.start(suggestionsOf(what)),
      [INTERNAL_COMMANDS.hideReviewer]: given => onto(reviewerOf(given), slug => hidden.set(slug, true)),
      [INTERNAL_COMMANDS.showReviewer]: given => onto(reviewerOf(given), slug => hidden.set(slug, false)),
      [INTERNAL_COMMANDS.triageConfirm]: () => triage.decide('confirmed'),
      [INTERNAL_COMMANDS.triageDismiss]: () => triage.decide('dismissed'),
      [INTERNAL_COMMANDS.triageNote]: () => triage.note(),
      [INTERNAL_COMMANDS.triageNext]: () => triage.nextUnreviewed(),
      [INTERNAL_COMMANDS.triageForward]: () => triage.go(1),
      [INTERNAL_COMMANDS.triageBack]: () => triage.go(-1),
      [INTERNAL_COMMANDS.triageUndo]: () => triage.undo(),
      [INTERNAL_COMMANDS.triageEnd]: () => triage.end(),
      [INTERNAL_COMMANDS.submitComment]: given => onto(commentReplyOf(given), reply => comments.submit(reply)),
      [INTERNAL_COMMANDS.resolveThread]: given => onto(threadOf(given), thread => comments.resolve(thread, true)),
      [INTERNAL_COMMANDS.reopenThread]: given => onto(threadOf(given), thread => comments.resolve(thread, false)),
      [INTERNAL_COMMANDS.editComment]: given => onto(noteOf(given), note => comments.edit(note)),
      [INTERNAL_COMMANDS.saveComment]: given => onto(writingOf(given), note => comments.save(note)),
      [INTERNAL_COMMANDS.cancelComment]: given => onto(writingOf(given), note => comments.cancel(note)),
      [INTERNAL_COMMANDS.deleteComment]: given => onto(noteOf(given), note => comments.remove(note)),
      [INTERNAL_COMMANDS.reattach]: given => onto(annotationOf(given), node => fixes.reattach(node)),
      [INTERNAL_COMMANDS.fix]: given => onto(fixOf(given), request => fixes.run(request)),
    };
  }

  /** Runs one of the commands that are the desk's. */
  async run(command: string, args: readonly unknown[]): Promise<void> {
    const run = this.#commands[command];
    if (!run) throw new Error(`The desk knows no command ${command}.`);
    const { selection } = this.disputes;
    await run(...(args[0] === SELECTED_ROWS ? [selection[0], selection] : args));
  }

  async #undo(): Promise<void> {
    const undone = await this.ledger.undo();
    const said = undone ? vscode.l10n.t('Taken back: {0}', undone) : vscode.l10n.t('There is nothing to take back.');
    vscode.window.setStatusBarMessage(`$(discard) ${said}`, 5_000);
  }
}

/** Runs a command that has nothing to do without what it is about. */
function onto<T>(given: T | undefined, run: (given: T) => unknown): unknown {
  return given === undefined ? undefined : run(given);
}
