/**
 * Word classes as the claims' grammar needs them: coarser than a treebank's for nouns, as fine for verbs, whose forms tell time and voice.
 */
export type Tag =
  | 'det'
  | 'poss' // his, 's
  | 'pron'
  | 'pronaux' // they'll, we've: a pronoun with a verb stuck to it
  | 'wh' // who, which, what
  | 'that'
  | 'modal'
  | 'base'
  | 'pres' // any present form that stands by itself
  | 'past'
  | 'part' // past participle
  | 'ing'
  | 'noun'
  | 'name'
  | 'adj'
  | 'adv'
  | 'not'
  | 'prep'
  | 'to'
  | 'conj'
  | 'sub' // because, if, when
  | 'num'
  | 'there' // existential
  | 'mark';

/** One token with its class and lemma. Words are in step with the reading's tokens. */
export interface Word {
  readonly lower: string;
  readonly tag: Tag;
  /** Base form: of a verb `revoke`, of a noun `visa`; otherwise the word itself in lower case. */
  readonly lemma: string;
  readonly plural: boolean;
}

/** Classes that open an object or a clause when they follow a verb. */
export const OPENS_OBJECT: ReadonlySet<Tag> = new Set<Tag>([
  'det',
  'poss',
  'pron',
  'name',
  'that',
  'wh',
  'to',
  'there',
]);

/** Classes that stand between a noun phrase's beginning and its noun. */
export const BEFORE_NOUN: ReadonlySet<Tag> = new Set<Tag>(['det', 'poss', 'adj', 'num']);
