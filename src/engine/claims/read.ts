/**
 * What an article states, by whom and how surely.
 */
import type { ArticleEntities } from '../entities/types.ts';
import type { Reading, Sentence, Token } from '../text/reading.ts';
import type { Span } from '../text/span.ts';
import type { ArticleClaims, Claim, Quotation, Speaker } from './types.ts';

const SAID = new Set(['said', 'says', 'told', 'wrote', 'added', 'declared', 'asked', 'tweeted', 'announced']);

/** Finds the claims and quotations of one article. */
export function readClaims(reading: Reading, entities: ArticleEntities): ArticleClaims {
  const quotations: Quotation[] = [];
  const claims: Claim[] = [];
  reading.sentences.forEach((sentence, index) => {
    const kind = reading.paragraphs[sentence.paragraph]?.kind;
    if (kind !== 'prose' && kind !== 'bullet') return;
    const speaker = speakerOf(reading, sentence, entities);
    const pieces = quotedPieces(reading, sentence);
    if (pieces.length > 0) quotations.push({ pieces, marked: true, ...(speaker && { speaker }) });
    const spans: readonly Span[] =
      speaker && pieces.length > 0 ? pieces : [{ start: sentence.start, end: sentence.end }];
    for (const span of spans) {
      claims.push({
        start: span.start,
        end: span.end,
        sentence: index,
        checkworthiness: 0.5,
        reasons: ['states something'],
        voice: speaker && pieces.length > 0 ? 'direct' : 'article',
        ...(speaker && pieces.length > 0 && { speaker }),
        status: 'done',
        certainty: 'asserted',
        negated: false,
        events: [],
      });
    }
  });
  return { claims, quotations };
}

function tokensOf(reading: Reading, sentence: Sentence): readonly Token[] {
  return reading.tokens.slice(sentence.firstToken, sentence.endToken);
}

function quotedPieces(reading: Reading, sentence: Sentence): Span[] {
  const pieces: Span[] = [];
  let open: Token | undefined;
  for (const token of tokensOf(reading, sentence)) {
    if (!/^["“”]$/.test(token.text)) continue;
    if (open) {
      pieces.push({ start: open.end, end: token.start });
      open = undefined;
    } else open = token;
  }
  return pieces.filter(piece => piece.end > piece.start);
}

function speakerOf(reading: Reading, sentence: Sentence, entities: ArticleEntities): Speaker | undefined {
  const cue = tokensOf(reading, sentence).find(token => SAID.has(token.lower));
  if (!cue) return undefined;
  const near = entities.mentions
    .map((mention, index) => ({ mention, index, gap: Math.abs(mention.end - cue.start) }))
    .filter(({ mention }) => mention.start >= sentence.start && mention.end <= sentence.end && mention.type !== 'place')
    .sort((a, b) => a.gap - b.gap)[0];
  if (!near) return undefined;
  const { mention, index } = near;
  return { words: { start: mention.start, end: mention.end }, mention: index, text: mention.text };
}
