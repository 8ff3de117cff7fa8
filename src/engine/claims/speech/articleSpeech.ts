/**
 * Who is reported to say what, over one article: all attributions, and the direct speech among them as utterances.
 *
 * Method: sentence by sentence, first the cues outside quotation marks with the frames they take, then the quoted runs, which take the
 * speaker of a cue whose content they are, of a cue next to them, or of what stood before. Cost: linear in the sentences, clauses and runs.
 */

import type { TokenRange } from '../../text/tokenRanges.ts';
import { tokenSpan } from '../../text/tokenRanges.ts';
import { isStatement, type ParsedArticle, type ParsedSentence } from '../phrase/parse.ts';
import type { Phrase } from '../phrase/phrases.ts';
import type { Quotation, Speaker } from '../types.ts';
import { type Attribution, ownWords } from './attribution.ts';
import { actorAround, cueOf, type Source, sentenceAt } from './direct.ts';
import { announcedSpeaker, labelled } from './labels.ts';
import { nounAttributions } from './nounCues.ts';
import { type QuotedRun, quotedRuns } from './quoteMarks.ts';
import { Discourse } from './speakers.ts';
import { unmarkedSpeech } from './unmarked.ts';
import { verbAttributions } from './verbCues.ts';

/** Who says what in one article. */
interface ArticleSpeech {
  /** In order of their sentences. */
  readonly attributions: readonly Attribution[];
  readonly quotations: readonly Quotation[];
  /** Whether a token stands within quotation marks. */
  readonly quoted: (token: number) => boolean;
  /** For the token of a pronoun, the mention that it leads back to; in direct speech `I` and `we` lead to the speaker. */
  readonly antecedents: ReadonlyMap<number, number>;
}

interface Utterance {
  readonly pieces: TokenRange[];
  readonly source: Source | undefined;
  readonly last: QuotedRun;
}

/** Words in quotation marks that are too few to be an utterance of their own when nobody is seen to say them. */
const SCARE = 4;

/** Who says what in an article: its quotations and attributions, in order. */
export function speechOf(article: ParsedArticle): ArticleSpeech {
  const runs = quotedRuns(article.reading);
  const inRun = new Uint8Array(article.words.length);
  for (const run of runs) inRun.fill(1, run.first, run.endToken);
  const quoted = (token: number): boolean => inRun[token] === 1;
  const pass = new Pass(article, runs, quoted);
  for (const sentence of article.sentences) pass.read(sentence);
  return {
    attributions: pass.attributions.sort((a, b) => a.sentence - b.sentence || a.content.first - b.content.first),
    quotations: pass.quotations(),
    quoted,
    antecedents: pass.spokenAntecedents(),
  };
}

const PRONOUNS = /^(?:he|she|it|him|his|her|its)$/;

class Pass {
  readonly attributions: Attribution[] = [];
  readonly antecedents = new Map<number, number>();
  readonly #article: ParsedArticle;
  readonly #runs: readonly QuotedRun[];
  readonly #quoted: (token: number) => boolean;
  readonly #discourse: Discourse;
  readonly #utterances: Utterance[] = [];
  readonly #unmarked: Quotation[] = [];
  #next = 0;
  /** Somebody whose words fill a paragraph without marks of its own. */
  #floor: { readonly paragraph: number; readonly speaker: Speaker; readonly transcript: boolean } | undefined;
  /** The paragraph and speaker of the last attribution, for quotations that stand by themselves. */
  #lastSpoken: { readonly paragraph: number; readonly speaker: Speaker } | undefined;
  readonly #resolve = (sentence: ParsedSentence, at: number, any: boolean, part?: Phrase): Speaker | undefined =>
    this.#discourse.speakerOf(sentence, at, any, part);

  constructor(article: ParsedArticle, runs: readonly QuotedRun[], quoted: (token: number) => boolean) {
    this.#article = article;
    this.#runs = runs;
    this.#quoted = quoted;
    this.#discourse = new Discourse(article, quoted);
  }

  read(sentence: ParsedSentence): void {
    if (!isStatement(sentence)) return;
    const floor = this.#takeFloor(sentence);
    if (floor) {
      this.attributions.push(
        ownWords(sentence.index, floor.speaker, { first: floor.first, end: sentence.sentence.endToken }),
      );
      this.#skipRuns(sentence);
      this.#lastSpoken = { paragraph: sentence.sentence.paragraph, speaker: floor.speaker };
      return;
    }
    const found = [
      ...verbAttributions(sentence, this.#quoted, this.#resolve),
      ...nounAttributions(this.#article, sentence, this.#quoted, this.#resolve),
    ];
    this.attributions.push(...withoutRepeats(found));
    for (
      let run = this.#runs[this.#next];
      run && run.first < sentence.sentence.endToken;
      run = this.#runs[++this.#next]
    ) {
      if (run.first >= sentence.sentence.firstToken) this.#attach(run, sentence);
    }
    const bare = unmarkedSpeech(this.#article, sentence, this.attributions, this.#quoted);
    if (bare) {
      const { first, end } = bare.replaces.content;
      // What is reported inside somebody's own words is theirs.
      this.#drop(r => r.sentence === sentence.index && r.content.first >= first && r.content.end <= end);
      this.attributions.push(...bare.attributions);
      this.#unmarked.push(bare.quotation);
    }
    this.#noteAntecedents(sentence);
    this.#discourse.hear(sentence);
    const last = this.attributions.at(-1);
    if (last && last.sentence >= sentence.index) {
      this.#discourse.spoke(last.speaker);
      this.#lastSpoken = { paragraph: sentence.sentence.paragraph, speaker: last.speaker };
    }
  }

  /** Remembers whom the pronouns of the sentence stand for, while what they lead back to is at hand. */
  #noteAntecedents(sentence: ParsedSentence): void {
    sentence.phrases.forEach((phrase, at) => {
      if (phrase.kind !== 'np' || this.#quoted(phrase.head)) return;
      const word = this.#article.words[phrase.first];
      if (word?.tag !== 'pron' && word?.tag !== 'poss') return;
      if (!PRONOUNS.test(word.lower)) return;
      const part = phrase.end === phrase.first + 1 ? phrase : { ...phrase, end: phrase.first + 1, head: phrase.first };
      const mention = this.#discourse.speakerOf(sentence, at, false, part)?.mention;
      if (mention !== undefined) this.antecedents.set(phrase.first, mention);
    });
  }

  /** Whether the whole sentence is somebody's by a label or the colon before its paragraph. */
  #takeFloor(sentence: ParsedSentence): { readonly speaker: Speaker; readonly first: number } | undefined {
    const { paragraph, firstToken } = sentence.sentence;
    const label = labelled(this.#article, sentence, this.#resolve);
    if (label) {
      this.#floor = { paragraph, speaker: label.speaker, transcript: label.transcript };
      return label;
    }
    const floor = this.#floor;
    const held =
      floor?.paragraph === paragraph &&
      (floor.transcript || (!this.#quoted(firstToken) && !this.#quoted(firstToken + 1)));
    const announced = held ? undefined : announcedSpeaker(this.#article, sentence, this.#resolve);
    if (announced) this.#floor = { paragraph: paragraph + 1, speaker: announced, transcript: false };
    return held && floor ? { speaker: floor.speaker, first: firstToken } : undefined;
  }

  /** Quotations inside a sentence that is wholly somebody's are part of it. */
  #skipRuns(sentence: ParsedSentence): void {
    while ((this.#runs[this.#next]?.first ?? Number.POSITIVE_INFINITY) < sentence.sentence.endToken) this.#next++;
  }

  /** All antecedents, with those of the first person inside direct speech. */
  spokenAntecedents(): ReadonlyMap<number, number> {
    for (const attribution of this.attributions) {
      if (!attribution.direct || attribution.speaker.mention === undefined) continue;
      for (let i = attribution.content.first; i < attribution.content.end; i++)
        if (/^(?:i|me|my|we|us|our)$/.test(this.#article.words[i]?.lower ?? ''))
          this.antecedents.set(i, attribution.speaker.mention);
    }
    return this.antecedents;
  }

  quotations(): readonly Quotation[] {
    const { reading } = this.#article;
    const marked = this.#utterances.map(
      ({ pieces, source }): Quotation => ({
        pieces: pieces.map(piece => tokenSpan(reading, piece.first, piece.end)),
        ...(source && { speaker: source.speaker }),
        marked: true,
      }),
    );
    return [...marked, ...this.#unmarked].sort((a, b) => (a.pieces[0]?.start ?? 0) - (b.pieces[0]?.start ?? 0));
  }

  #attach(run: QuotedRun, sentence: ParsedSentence): void {
    if (isTitle(this.#article, run)) return;
    const host = this.#hostOf(run);
    const partial = host !== undefined && host.content.end - host.content.first > 1.3 * (run.endToken - run.first) + 2;
    if (host && partial) {
      this.#keep(
        run,
        { speaker: host.speaker, ...(host.clause !== undefined && { cue: `${host.sentence}:${host.clause}` }) },
        false,
      );
      // The content ends with its sentence, the quotation may not.
      this.#attribute(run, host.speaker, host.sentence + 1);
      return;
    }
    const joined = this.#goesOn(run, sentence);
    const source: Source | undefined =
      cueOf(this.#article, run, this.#quoted, this.#resolve) ??
      (host && { speaker: host.speaker, cue: `${host.sentence}:c${host.clause ?? 'x'}` }) ??
      joined ??
      this.#fallback(run, sentence);
    if (!source && run.endToken - run.first < SCARE) return;
    // Indirect attributions of the very words are the same thing told twice.
    const inside = (r: Attribution): boolean =>
      !r.direct &&
      r.content.first >= run.open &&
      r.content.end <= run.endToken + 1 &&
      r.speaker.text === source?.speaker.text;
    this.#drop(r => r === host || (r.sentence >= sentence.index && inside(r)));
    this.#keep(run, source, joined !== undefined && source === joined);
    if (source) this.#attribute(run, source.speaker, 0);
  }

  /** Takes back some of the last attributions. Only those at hand are looked at, so that a long article costs no more a word than a short one. */
  #drop(test: (attribution: Attribution) => boolean): void {
    for (let i = this.attributions.length - 1; i >= 0 && i >= this.attributions.length - 40; i--) {
      const attribution = this.attributions[i];
      if (attribution && test(attribution)) this.attributions.splice(i, 1);
    }
  }

  /** The attribution whose content the run is, or is part of. */
  #hostOf(run: QuotedRun): Attribution | undefined {
    const shared = (r: Attribution): number =>
      Math.min(r.content.end, run.endToken) - Math.max(r.content.first, run.first);
    let best: Attribution | undefined;
    for (let i = this.attributions.length - 1; i >= 0 && i >= this.attributions.length - 12; i--) {
      const attribution = this.attributions[i];
      if (!attribution || attribution.direct) continue;
      const overlap = shared(attribution);
      if (
        overlap <= 0 ||
        overlap < 0.5 * Math.min(run.endToken - run.first, attribution.content.end - attribution.content.first)
      )
        continue;
      if (
        !best ||
        overlap > shared(best) ||
        (overlap === shared(best) &&
          attribution.content.end - attribution.content.first < best.content.end - best.content.first)
      )
        best = attribution;
    }
    return best;
  }

  /** Adds an attribution for every sentence of the run from `fromSentence` on. */
  #attribute(run: QuotedRun, speaker: Speaker, fromSentence: number): void {
    for (
      let s = sentenceAt(this.#article, run.first);
      s && s.sentence.firstToken < run.endToken;
      s = this.#article.sentences[s.index + 1]
    ) {
      if (s.index < fromSentence) continue;
      const content = {
        first: Math.max(run.first, s.sentence.firstToken),
        end: Math.min(run.endToken, s.sentence.endToken),
      };
      if (content.end <= content.first) continue;
      this.attributions.push(ownWords(s.index, speaker, content));
    }
  }

  #keep(run: QuotedRun, source: Source | undefined, goesOn: boolean): void {
    const piece = { first: run.first, end: run.endToken };
    const last = this.#utterances.at(-1);
    const same = last !== undefined && (goesOn || (last.source?.cue !== undefined && last.source.cue === source?.cue));
    if (same) {
      last.pieces.push(piece);
      this.#utterances[this.#utterances.length - 1] = { ...last, last: run };
    } else this.#utterances.push({ pieces: [piece], source, last: run });
  }

  /** Whether the run goes on with the utterance before: over paragraphs that each open a mark, or right after the tag's sentence. */
  #goesOn(run: QuotedRun, sentence: ParsedSentence): Source | undefined {
    const last = this.#utterances.at(-1);
    if (!last?.source) return undefined;
    if (run.continues) return last.source;
    if (run.paragraph !== last.last.paragraph) return undefined;
    const tagged = sentenceAt(this.#article, last.last.endToken);
    const opens = run.open <= sentence.sentence.firstToken;
    return opens && tagged && sentence.index - tagged.index <= 1 ? last.source : undefined;
  }

  #fallback(run: QuotedRun, sentence: ParsedSentence): Source | undefined {
    const opens = run.open <= sentence.sentence.firstToken;
    const whole = opens && run.endToken >= sentence.sentence.endToken - 2;
    if (
      whole &&
      this.#lastSpoken &&
      run.paragraph - this.#lastSpoken.paragraph <= 1 &&
      run.endToken - run.first >= SCARE
    )
      return { speaker: this.#lastSpoken.speaker };
    if (opens || run.endToken - run.first < 3) return undefined;
    const speaker = actorAround(sentence, run, this.#quoted, this.#resolve);
    return speaker && { speaker };
  }
}

/** `on CNN's “State of the Union”`: a name in quotation marks is nobody's words. */
function isTitle(article: ParsedArticle, run: QuotedRun): boolean {
  const before = article.words[run.open - 1];
  if (run.endToken - run.first > 7 || before === undefined || before.tag === 'mark' || before.tag === 'that')
    return false;
  let capitals = 0;
  for (let i = run.first; i < run.endToken; i++) {
    const text = article.reading.tokens[i]?.text ?? '';
    if (/^\p{Lu}/u.test(text)) capitals++;
    else if (text.length > 3) return false;
  }
  return (
    capitals >= 1 &&
    (before.tag === 'poss' ||
      before.tag === 'prep' ||
      before.tag === 'det' ||
      before.tag === 'noun' ||
      before.tag === 'name' ||
      before.tag === 'adj')
  );
}

/** Reports of one sentence, without a shorter one of the same speaker that says the same. */
function withoutRepeats(attributions: readonly Attribution[]): readonly Attribution[] {
  return attributions.filter(
    (r, i) =>
      !attributions.some(
        (o, k) =>
          k !== i &&
          o.speaker.text === r.speaker.text &&
          o.content.first <= r.content.first &&
          r.content.end <= o.content.end &&
          (k < i || o.content.end - o.content.first > r.content.end - r.content.first),
      ),
  );
}
