// Scores the disputes that the engine reports on one story against a person's labels.
//
// Goal: one verdict a row, most certain row first: it found a fact, told a fact again, found a nuance, or is wrong.
// Method: a row's evidence points at a labelled passage when the two share half of the shorter and the evidence stays within
// the passage's sentence, give or take SLACK. A row answers for a fact when passages of two of the fact's positions stand in two different
// positions of the row, and at least half of the row's evidence that points at any label is that fact's. A fact counts once.
// Cost: rows × labelled passages. Source: the rules that the project is judged by, written anew so that they need nothing outside it.

const SLACK = 60; // code units: where a sentence ends is a matter of opinion

/**
 * @param {import('./score.d.mts').Labels} labels
 * @param {ReadonlyMap<string, string>} texts the articles by file name, as the engine counts offsets in them
 * @param {import('../../src/engine/analysis.ts').Dispute[]} disputes
 * @returns {import('./score.d.mts').Score}
 */
export function scoreDisputes(labels, texts, disputes) {
  const pointsTo = pointer(texts);
  const facts = labels.facts.map(withGroups);
  const nuances = labels.nuances.map(withGroups);
  const agreements = labels.agreements.map(({ id, passages }) => ({ id, groups: passages.map(passage => [passage]) }));
  const listed = [...facts, ...nuances, ...agreements].flatMap(({ groups }) => groups.flat());
  const found = new Set();
  const rows = [...disputes]
    .sort((a, b) => (b.score ?? 0) - (a.score ?? 0))
    .map(dispute => {
      const seats = dispute.positions.map(({ evidence }) => evidence.map(spanOf));
      const { id, title, kind, status, score = 0, positions, finder = 'engine' } = dispute;
      const answers = facts
        .filter(fact => opposes(seats, fact.groups) && isPure(seats, fact.groups))
        .map(({ id }) => id);
      return { id, title, kind, status, score, positions, finder, answers, ...verdictOn(seats, status, answers) };
    });
  return { rows, facts: labels.facts, found };

  function verdictOn(seats, status, answers) {
    const fresh = answers.find(id => !found.has(id));
    if (fresh !== undefined) {
      found.add(fresh);
      return { verdict: 'fact', of: fresh };
    }
    if (answers.length > 0) return { verdict: 'duplicate', of: answers[0] };
    const nuance = nuances.find(({ groups }) => opposes(seats, groups) && isPure(seats, groups));
    if (nuance) return { verdict: 'nuance', of: nuance.id };
    const alarm = agreements.find(({ groups }) => opposes(seats, groups));
    if (alarm) return { verdict: 'false alarm', of: alarm.id };
    // that time has passed is worth telling, though nobody listed it
    return { verdict: status === 'update' ? 'nuance' : 'unlisted' };
  }

  /** Whether passages of two groups stand in two different seats. */
  function opposes(seats, groups) {
    const taken = groups.map(spans => seats.flatMap((seat, i) => (pointsAt(seat, spans) ? [i] : [])));
    return taken.some((a, g) => taken.slice(g + 1).some(b => a.some(p => b.some(q => p !== q))));
  }

  function isPure(seats, groups) {
    const known = seats.flat().filter(evidence => pointsAt([evidence], listed));
    return known.filter(evidence => pointsAt([evidence], groups.flat())).length >= known.length / 2;
  }

  function pointsAt(seat, spans) {
    return seat.some(evidence => spans.some(span => pointsTo(evidence, span)));
  }
}

const withGroups = fact => ({ ...fact, groups: fact.positions.map(({ evidence }) => evidence) });
export const spanOf = ({ path, start, end }) => ({ doc: path.slice(path.lastIndexOf('/') + 1), start, end });

/**
 * Answers whether evidence points at a labelled passage; remembers each passage's sentence.
 * @returns {ReturnType<typeof import('./score.d.mts').pointer>}
 */
export function pointer(texts) {
  const sentences = new Map();
  return (evidence, span) => {
    if (evidence.doc !== span.doc) return false;
    const shared = Math.min(evidence.end, span.end) - Math.max(evidence.start, span.start);
    if (Math.max(0, shared) < Math.min(evidence.end - evidence.start, span.end - span.start) / 2) return false;
    if (!sentences.has(span)) sentences.set(span, sentenceAround(texts.get(span.doc), span));
    const sentence = sentences.get(span);
    return evidence.start >= sentence.start - SLACK && evidence.end <= sentence.end + SLACK;
  };
}

const SENTENCE_BREAK = /(?<!\b\p{Lu})[.!?]["”’)]*\s+(?=["“‘(]?[\p{Lu}\d])/gu;
const SENTENCE_END = /(?<!\b\p{Lu})[.!?]["”’)]*(?=\s|$)|\n|$/u;

/** The sentence or sentences that hold a passage, generously: of the engine's own idea of sentences this must not depend. */
function sentenceAround(text, { start, end }) {
  const line = text.lastIndexOf('\n', start - 1) + 1;
  const last = [...text.slice(line, start).matchAll(SENTENCE_BREAK)].at(-1);
  const rest = SENTENCE_END.exec(text.slice(end));
  return { start: last ? line + last.index + last[0].length : line, end: end + rest.index + rest[0].length };
}
