/**
 * Every name that `package.json` and the code share, once. `test/unit/manifest.test.ts` holds the two against each other.
 */

/** Commands. Those under `internal` are reached from links, rows and buttons alone, and hidden from the palette. */
export const COMMANDS = {
  analyzeFolder: 'crosscheck.analyzeFolder',
  stopAnalyzing: 'crosscheck.stopAnalyzingFolder',
  openArticle: 'crosscheck.openArticle',
  openExamples: 'crosscheck.openExamples',
  newArticle: 'crosscheck.newArticle',
  report: 'crosscheck.report',
  openMatrix: 'crosscheck.openMatrix',
  rescan: 'crosscheck.rescan',
  cancelReading: 'crosscheck.cancelReading',
  showLog: 'crosscheck.showLog',
  nextDispute: 'crosscheck.nextDispute',
  previousDispute: 'crosscheck.previousDispute',
  nextAnnotation: 'crosscheck.nextAnnotation',
  previousAnnotation: 'crosscheck.previousAnnotation',
  toggleHighlights: 'crosscheck.toggleHighlights',
  chooseLayers: 'crosscheck.chooseLayers',
  chooseReviewers: 'crosscheck.chooseReviewers',
  annotateClaim: 'crosscheck.annotateClaim',
  annotateEntity: 'crosscheck.annotateEntity',
  addNote: 'crosscheck.addNote',
  editAnnotation: 'crosscheck.editAnnotation',
  deleteAnnotation: 'crosscheck.deleteAnnotation',
  confirmSuggestion: 'crosscheck.confirmSuggestion',
  dismissSuggestion: 'crosscheck.dismissSuggestion',
  takeBack: 'crosscheck.takeBack',
  moveToPosition: 'crosscheck.moveToPosition',
  mergeFacts: 'crosscheck.mergeFacts',
  giveVerdict: 'crosscheck.giveVerdict',
  reviewSuggestions: 'crosscheck.reviewSuggestions',
  undo: 'crosscheck.undo',
  compare: 'crosscheck.compare',
  revealInTree: 'crosscheck.revealInTree',
  setReviewer: 'crosscheck.setReviewer',
  filterDisputes: 'crosscheck.filterDisputes',
  clearDisputesFilter: 'crosscheck.clearDisputesFilter',
  sortDisputes: 'crosscheck.sortDisputes',
  groupDisputes: 'crosscheck.groupDisputes',
  chooseCertainty: 'crosscheck.chooseCertainty',
  filterEntities: 'crosscheck.filterEntities',
  clearEntitiesFilter: 'crosscheck.clearEntitiesFilter',
  sortEntities: 'crosscheck.sortEntities',
} as const;

export const INTERNAL_COMMANDS = {
  openPassage: 'crosscheck.openPassage',
  comparePassages: 'crosscheck.comparePassages',
  compareDispute: 'crosscheck.compareDispute',
  fix: 'crosscheck.fix',
  reattach: 'crosscheck.reattach',
  showLayer: 'crosscheck.showLayer',
  hideLayer: 'crosscheck.hideLayer',
  hideReviewer: 'crosscheck.hideReviewer',
  showReviewer: 'crosscheck.showReviewer',
  triageConfirm: 'crosscheck.triageConfirm',
  triageDismiss: 'crosscheck.triageDismiss',
  triageNote: 'crosscheck.triageNote',
  triageNext: 'crosscheck.triageNext',
  triageForward: 'crosscheck.triageForward',
  triageBack: 'crosscheck.triageBack',
  triageUndo: 'crosscheck.triageUndo',
  triageEnd: 'crosscheck.triageEnd',
  submitComment: 'crosscheck.submitComment',
  resolveThread: 'crosscheck.resolveThread',
  reopenThread: 'crosscheck.reopenThread',
  editComment: 'crosscheck.editComment',
  saveComment: 'crosscheck.saveComment',
  cancelComment: 'crosscheck.cancelComment',
  deleteComment: 'crosscheck.deleteComment',
} as const;

export const VIEW_CONTAINER = 'crosscheck';

export const VIEWS = {
  disputes: 'crosscheck.disputes',
  entities: 'crosscheck.entities',
  sources: 'crosscheck.sources',
  annotations: 'crosscheck.annotations',
} as const;

/** Context keys for `when`. */
export const CONTEXT = {
  /** `off`: nothing to read here; `reading`; `cancelled`; `ready`; `failed`. */
  state: 'crosscheck.state',
  /** How many sources were read in all folders: 0, 1, or 2 for more. */
  sources: 'crosscheck.sourcesRead',
  /** Whether the editor one looks at shows an article. */
  inArticle: 'crosscheck.inArticle',
  /** Whether single keys decide on suggestions. */
  triaging: 'crosscheck.triaging',
  disputesFiltered: 'crosscheck.disputesFiltered',
  entitiesFiltered: 'crosscheck.entitiesFiltered',
} as const;

/** The controller of the threads in the margin; menus tell it from other extensions' by this id. */
export const COMMENTS = { controller: 'crosscheck.comments' } as const;

export const CONFIGURATION = 'crosscheck';

/** Settings, below `crosscheck.`. */
export const SETTINGS = {
  folders: 'folders',
  reviewer: 'reviewer',
  certainty: 'disputes.certainty',
  groupBy: 'disputes.groupBy',
  sortBy: 'disputes.sortBy',
  entitiesSortBy: 'entities.sortBy',
  highlights: 'highlights.enabled',
  layers: 'highlights.layers',
  density: 'highlights.claims',
  hover: 'hover.enabled',
} as const;

/** What can be switched on and off by itself, in the order of the settings page. */
export const LAYERS = [
  'disputes',
  'claims',
  'annotations',
  'others',
  'person',
  'organization',
  'place',
  'group',
  'event',
  'date',
  'quantity',
] as const;
export type Layer = (typeof LAYERS)[number];

/** The command that switches a layer. */
export const LAYER_COMMANDS = {
  disputes: 'crosscheck.toggleLayer.disputes',
  claims: 'crosscheck.toggleLayer.claims',
  annotations: 'crosscheck.toggleLayer.annotations',
  others: 'crosscheck.toggleLayer.others',
  person: 'crosscheck.toggleLayer.person',
  organization: 'crosscheck.toggleLayer.organization',
  place: 'crosscheck.toggleLayer.place',
  group: 'crosscheck.toggleLayer.group',
  event: 'crosscheck.toggleLayer.event',
  date: 'crosscheck.toggleLayer.date',
  quantity: 'crosscheck.toggleLayer.quantity',
} as const satisfies Readonly<Record<Layer, string>>;

/** What a key bound for a tree hands its command: the rows that are selected there are meant. */
export const SELECTED_ROWS = 'selectedRows';

export const COLORS = {
  disputeBackground: 'crosscheck.dispute.background',
  disputeBorder: 'crosscheck.dispute.border',
  disputeRuler: 'crosscheck.dispute.overviewRuler',
  claimBorder: 'crosscheck.claim.border',
  annotationBackground: 'crosscheck.annotation.background',
  annotationBorder: 'crosscheck.annotation.border',
  annotationRuler: 'crosscheck.annotation.overviewRuler',
  othersBackground: 'crosscheck.othersAnnotation.background',
  othersBorder: 'crosscheck.othersAnnotation.border',
  person: 'crosscheck.person.foreground',
  organization: 'crosscheck.organization.foreground',
  place: 'crosscheck.place.foreground',
  group: 'crosscheck.group.foreground',
  event: 'crosscheck.event.foreground',
  date: 'crosscheck.date.foreground',
  quantity: 'crosscheck.quantity.foreground',
  triageLine: 'crosscheck.triage.lineBackground',
} as const;

/** Scheme of the read-only documents that passages are compared in. */
export const PASSAGE_SCHEME = 'crosscheck-passage';
