import { strict as assert } from 'node:assert';
import type { Value } from '../../../src/engine/entities/types.ts';
import { readValues } from '../../../src/engine/entities/values/values.ts';
import { readText } from '../../../src/engine/text/read.ts';
import { dateName } from './support.ts';

/** Values of a text written on Sunday 28 September 2025, each as `words → meaning`. */
function valuesOf(text: string, published: string | undefined = '2025-09-28'): string[] {
  return readValues(readText(text), published).map(
    value => `${text.slice(value.start, value.end)} → ${meaning(value)}`,
  );
}

function meaning(value: Value): string {
  if (value.kind === 'date') return [dateName(value) ?? '?', value.time, value.precision].filter(Boolean).join(' ');
  const range =
    value.low === value.high ? `${value.low}` : `${value.low}..${value.high === Infinity ? '' : value.high}`;
  return `${range} ${value.unit} ${value.bound}`;
}

function tells(text: string, ...expected: string[]): void {
  it(text, () => assert.deepEqual(valuesOf(text), expected));
}

describe('quantities: bounds', () => {
  tells('At least 17 people died.', 'At least 17 → 17.. count least');
  tells('More than a dozen fled.', 'More than a dozen → 12.. count least');
  tells('Up to 40 are missing.', 'Up to 40 → 0..40 count most');
  tells('Nearly 300 were held.', 'Nearly 300 → 270..300 count about');
  tells('About 100 marched.', 'About 100 → 90..110 count about');
  tells('Dozens were hurt and hundreds fled.', 'Dozens → 24..99 count vague', 'hundreds → 200..999 count vague');
  tells('Tens of thousands marched.', 'Tens of thousands → 20000..99999 count vague');
  tells('It will take 20 or more.', '20 or more → 20.. count least');
  tells(
    'No fewer than 9 and no more than 12 fit.',
    'No fewer than 9 → 9.. count least',
    'no more than 12 → 0..12 count most',
  );
  tells('Between 10 and 15 boats sank.', 'Between 10 and 15 → 10..15 count range');
  tells('Some 10 to 15 boats sank.', 'Some 10 to 15 → 9..16.5 count about');
});

describe('quantities: numbers in words', () => {
  tells(
    'Twenty-one men and one hundred and five women signed.',
    'Twenty-one → 21 count exact',
    'one hundred and five → 105 count exact',
  );
  tells(
    'Two dozen boats and half a million gallons.',
    'Two dozen → 24 count exact',
    'half a million gallons → 1892705.892 litre exact',
  );
  tells('One man was killed and another hurt.', 'One → 1 count exact');
  tells('One of the men said no one knew that one day it would end.');
  tells('It was the third strike.', 'third → 3 ordinal exact');
});

describe('quantities: units', () => {
  tells(
    'It cost $3.5 million, €3bn or Rs 5 crore.',
    '$3.5 million → 3500000 money:USD exact',
    '€3bn → 3000000000 money:EUR exact',
    'Rs 5 crore → 50000000 money:INR exact',
  );
  tells('It rose from $2 to $3 billion.', '$2 to $3 billion → 2000000000..3000000000 money:USD range');
  tells(
    'They paid 50 cents, 20 pounds of flour and £20.',
    '50 cents → 0.5 money:USD exact',
    '20 pounds → 9.0718474 kilogram exact',
    '£20 → 20 money:GBP exact',
  );
  tells(
    'Turnout was 60 percent, two-thirds in the north.',
    '60 percent → 60 percent exact',
    'two-thirds → 66.67 percent exact',
  );
  tells(
    'A 10-mile road, 5 feet 2 inches wide.',
    '10-mile → 16093.44 metre exact',
    '5 feet 2 inches → 1.5748 metre exact',
  );
  tells(
    'It was minus 5 degrees Celsius, or 23°F.',
    'minus 5 degrees Celsius → -5 celsius exact',
    '23°F → -5 celsius exact',
  );
  tells('A quake of magnitude 6.1 hit.', '6.1 → 6.1 magnitude exact');
  tells(
    'Ana Reyes, 27, has a 5-year-old son and a mother in her 60s.',
    '27 → 27 year-old exact',
    '5-year-old → 5 year-old exact',
    '60s → 60..69 year-old range',
  );
  tells('The siege lasted 36 hours.', '36 hours → 129600 second exact');
  it('16 of 20 keeps the whole beside the part', () => {
    const [value] = readValues(readText('They lost 16 of 20 seats.'));
    assert.ok(value?.kind === 'quantity' && value.low === 16 && value.outOf === 20);
  });
});

describe('quantities: numbers that only label', () => {
  tells('Flight 370, an F-16, a Boeing 737 and Route 66.');
  tells('He lives at 12 Main Street; call 555-0100.');
  tells('The virus, COVID-19, ranked No. 4.');
});

describe('dates: named outright', () => {
  tells(
    'On September 27, 2025, and on 3 May 2024.',
    'September 27, 2025 → 2025-09-27 day',
    '3 May 2024 → 2024-05-03 day',
  );
  tells('From Sept. 23-25 it rained.', 'Sept. 23-25 → 2025-09-23/2025-09-25 day');
  tells(
    'In July 2026, in 2026 and in the 1990s.',
    'July 2026 → 2026-07 month',
    '2026 → 2026 year',
    'the 1990s → 1990-01-01/1999-12-31 decade',
  );
  tells('Due on 2025-10-01, or 10/2/2025.', '2025-10-01 → 2025-10-01 day', '10/2/2025 → 2025-10-02 day');
  tells('It may rain in March; Theresa May spoke on May 3.', 'March → 2025-03 month', 'May 3 → 2025-05-03 day');
  tells('The sun shone now on 2,000 people and 2000 people.', '2,000 → 2000 count exact', '2000 → 2000 count exact');
});

describe('dates: that hang on the article', () => {
  tells('He spoke on Friday and was home on Saturday.', 'Friday → 2025-09-26 day', 'Saturday → 2025-09-27 day');
  tells('She will meet him on Monday.', 'Monday → 2025-09-29 day');
  tells(
    'Last Tuesday, next Tuesday and Friday night.',
    'Last Tuesday → 2025-09-23 day',
    'next Tuesday → 2025-09-30 day',
    'Friday night → 2025-09-26 night part',
  );
  tells(
    'Earlier this week and last month.',
    'Earlier this week → 2025-09-22/2025-09-28 week',
    'last month → 2025-08 month',
  );
  tells(
    'Two weeks ago, in recent months, just weeks prior.',
    'Two weeks ago → 2025-09-11/2025-09-17 week',
    'recent months → ? vague',
    'just weeks prior → ? vague',
  );
  tells('It began in June.', 'June → 2025-06 month');
});

describe('dates: that hang on the story', () => {
  tells(
    'On Thursday he left. The next day he was back. That very morning he spoke.',
    'Thursday → 2025-09-25 day',
    'The next day → 2025-09-26 day',
    'That very morning → 2025-09-26 morning part',
  );
  tells(
    'He arrived on Sept. 20. Three days later he left.',
    'Sept. 20 → 2025-09-20 day',
    'Three days later → 2025-09-23 day',
  );
});

describe('dates: times of day', () => {
  tells(
    'At 10:30 p.m. on Saturday, or 2am Sunday.',
    '10:30 p.m. on Saturday → 2025-09-27 22:30 minute',
    '2am Sunday → 2025-09-28 02:00 minute',
  );
  tells(
    'On Friday at noon; at 1430 GMT.',
    'Friday at noon → 2025-09-26 12:00 minute',
    '1430 GMT → 2025-09-26 14:30 minute',
  );
});

describe('dates: an article without a date of its own', () => {
  it('takes a date line for it', () => {
    const text = 'Dam Holds\nPublished 28 September 2025\nIt held on Friday.';
    const [, friday] = readValues(readText(text));
    assert.ok(friday?.kind === 'date' && friday.from === '2025-09-26');
  });

  it('leaves what hangs on it open when there is none', () => {
    const [friday] = readValues(readText('It held on Friday.'));
    assert.ok(friday?.kind === 'date' && friday.from === undefined && friday.relative);
  });
});
