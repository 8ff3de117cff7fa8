/**
 * Titles and id words of facts about values, put as a person would put the question.
 *
 * Method: templates by the kind of value, filled with the event's own words where one is known, else with the words around the value and a gap
 * in its place. Cost: linear in the words of the sentences that hold the values.
 */
import { rarityOf } from '../../matches/rarity.ts';
import { stem } from '../../matches/stem.ts';
import { contains } from '../../text/span.ts';
import { wordSet } from '../../text/words.ts';
import { clauseAround } from '../base/evidence.ts';
import { commonest, gapAround, participle, type Question } from '../base/titles.ts';
import type { SlotMention } from './slots.ts';

/** What one asks for in a unit other than things counted. */
const ASKS: Readonly<Record<string, string>> = {
  percent: 'What share',
  metre: 'How far',
  second: 'How long',
  kilogram: 'How heavy',
  celsius: 'How hot',
  degree: 'How hot',
  litre: 'How much',
  'square metre': 'How large',
  'metre/second': 'How fast',
};

/** The question that the values of a slot answer. */
export function questionAbout(mentions: readonly SlotMention[]): Question {
  const [first] = mentions;
  if (!first) return { title: '', key: [] };
  if (first.value.kind === 'date') return whenQuestion(mentions);
  if (first.unit === 'year-old') return ageQuestion(first);
  const noun = commonest(mentions.flatMap(m => (m.noun === undefined ? [] : [m.noun])));
  const predicate = commonest(mentions.flatMap(m => (m.event ? [m.event.frame.predicate] : [])));
  if (first.unit === 'count' && noun === 'person') {
    const done =
      predicate === undefined || VAGUE.has(predicate) || !mentions.some(isUndergoing)
        ? undefined
        : participle(predicate);
    return {
      title: done
        ? `How many people were ${done}`
        : `How many people: ${gapAround(first.article, first.sentence, first.value)}`,
      key: ['people', predicate ?? gapKey(first)],
    };
  }
  if (first.unit === 'count')
    return {
      title: `How many ${thing(mentions)}: ${gapAround(first.article, first.sentence, first.value)}`,
      key: [noun ?? 'number', predicate ?? gapKey(first)],
    };
  const asks = first.unit.startsWith('money') ? 'How much money' : (ASKS[first.unit] ?? 'How much');
  return {
    title: `${asks}: ${gapAround(first.article, first.sentence, first.value)}`,
    key: [first.unit.replace(/:.*/, ''), gapKey(first)],
  };
}

/** Verbs of which `were …` tells nothing of those counted. */
const VAGUE = wordSet(`
  be have say do get make take see report believe know want go come include involve cost attend work live serve
`);

/** Whether those counted are who it is done to. */
function isUndergoing({ event, value }: SlotMention): boolean {
  const { patient, agent } = event?.frame ?? {};
  return patient
    ? contains(patient, value)
    : agent === undefined && event?.frame.counted.some(c => c.value === value) === true;
}

function ageQuestion({ owner }: SlotMention): Question {
  const who = owner === undefined ? 'the person' : /^\p{Lu}/u.test(owner) ? owner : `the ${owner}`;
  return { title: `How old ${who} is`, key: ['age', owner ?? 'person'] };
}

function whenQuestion(mentions: readonly SlotMention[]): Question {
  const [first] = mentions;
  if (!first) return { title: '', key: [] };
  const event = mentions.find(m => m.event)?.event;
  return {
    title: `At what time: ${gapAround(first.article, first.sentence, first.value)}`,
    key: ['when', event?.frame.predicate ?? gapKey(first)],
  };
}

function gapKey({ article, sentence, value }: SlotMention): string {
  const around = clauseAround(article.reading, sentence, value, 4, 5);
  const words = article.reading.tokens.filter(t => t.kind === 'word' && t.start >= around.start && t.end <= around.end);
  return [...words].sort((a, b) => rarityOf(stem(b.lower)) - rarityOf(stem(a.lower)))[0]?.lower ?? '';
}

/** What is counted, in a source's own words: `federal agents` of `three federal agents`. */
function thing(mentions: readonly SlotMention[]): string {
  const texts = mentions.flatMap(({ article, event, value }) => {
    const counted = event?.frame.counted.find(c => c.value === value);
    const words = counted && article.reading.text.slice(Math.max(counted.start, value.end), counted.end).trim();
    return words ? [words.replace(/\s+/g, ' ')] : [];
  });
  return texts.sort((a, b) => a.length - b.length || (a < b ? -1 : 1))[0] ?? 'there are';
}
