/**
 * Units of measure. Each has a base unit, which makes values comparable, and the factor by which it is converted. The factors are those of the
 * International System, and of the international yard and pound (1959).
 */

export interface Unit {
  /** The base unit, as in `QuantityValue.unit`. */
  readonly unit: string;
  readonly factor: number;
  /** Added after multiplying. Fahrenheit needs it, since its zero is another. */
  readonly offset?: number;
}

const units = new Map<string, Unit>();
const define = (unit: string, factor: number, names: string, offset?: number): void => {
  for (const name of names.split('|'))
    units.set(name, offset === undefined ? { unit, factor } : { unit, factor, offset });
};

define('percent', 1, 'percent|per cent|%|pct|percentage points|percentage point|percentage-point');
define('percent', 0.01, 'basis points');
define('metre', 1, 'm|metre|metres|meter|meters');
define('metre', 1000, 'km|kms|kilometre|kilometres|kilometer|kilometers');
define('metre', 0.01, 'cm|centimetre|centimetres|centimeter|centimeters');
define('metre', 0.001, 'mm|millimetre|millimetres|millimeter|millimeters');
define('metre', 1609.344, 'mile|miles');
define('metre', 1852, 'nautical mile|nautical miles');
define('metre', 0.9144, 'yard|yards|yd|yds');
define('metre', 0.3048, 'foot|feet|ft');
define('metre', 0.0254, 'inch|inches');
define('square metre', 1, 'square metre|square metres|square meter|square meters|sq m');
define('square metre', 1e6, 'square kilometre|square kilometres|square kilometer|square kilometers|square km|sq km');
define('square metre', 2_589_988.110336, 'square mile|square miles|sq mi');
define('square metre', 0.09290304, 'square foot|square feet|sq ft');
define('square metre', 4046.8564224, 'acre|acres');
define('square metre', 10_000, 'hectare|hectares|ha');
define('kilogram', 1, 'kg|kgs|kilo|kilos|kilogram|kilograms');
define('kilogram', 0.001, 'gram|grams|grammes|g');
define('kilogram', 1000, 'tonne|tonnes|metric ton|metric tons');
define('kilogram', 907.18474, 'ton|tons');
define('kilogram', 0.45359237, 'lb|lbs|pound|pounds');
define('kilogram', 0.028349523125, 'ounce|ounces|oz');
define('litre', 1, 'litre|litres|liter|liters');
define('litre', 3.785411784, 'gallon|gallons');
define('litre', 158.987294928, 'barrel|barrels');
define('metre/second', 0.44704, 'mph|miles per hour|miles an hour');
define(
  'metre/second',
  1 / 3.6,
  'kph|km/h|kmh|kilometres per hour|kilometers per hour|kilometres an hour|kilometers an hour|kilometres-per-hour',
);
define('metre/second', 1852 / 3600, 'knot|knots');
define('celsius', 1, 'degrees celsius|degree celsius|celsius|degrees c|c|degrees centigrade');
define('celsius', 5 / 9, 'degrees fahrenheit|degree fahrenheit|fahrenheit|degrees f|f', -160 / 9);
define('degree', 1, 'degree|degrees');
define('second', 1, 'second|seconds|sec|secs');
define('second', 60, 'minute|minutes|min|mins');
define('second', 3600, 'hour|hours|hr|hrs');
define('second', 86_400, 'day|days');
define('second', 604_800, 'week|weeks');
define('second', 2_629_746, 'month|months');
define('second', 31_556_952, 'year|years|yr|yrs');
define('second', 315_569_520, 'decade|decades');
define('second', 3_155_695_200, 'century|centuries');
define('watt', 1e3, 'kw|kilowatt|kilowatts');
define('watt', 1e6, 'mw|megawatt|megawatts');
define('watt', 1e9, 'gw|gigawatt|gigawatts');
define('times', 1, 'times|fold');

/** Words for years, with which `old` makes an age. */
export const YEARS: ReadonlySet<string> = new Set(['year', 'years', 'yr', 'yrs']);

/** The unit that lower-case words name; undefined when they name none. */
export function unitNamed(words: string): Unit | undefined {
  return units.get(words);
}

const signs: ReadonlyMap<string, string> = new Map([
  ['$', 'USD'],
  ['us$', 'USD'],
  ['a$', 'AUD'],
  ['au$', 'AUD'],
  ['c$', 'CAD'],
  ['ca$', 'CAD'],
  ['nz$', 'NZD'],
  ['hk$', 'HKD'],
  ['s$', 'SGD'],
  ['r$', 'BRL'],
  ['£', 'GBP'],
  ['€', 'EUR'],
  ['¥', 'JPY'],
  ['₹', 'INR'],
  ['₽', 'RUB'],
  ['₩', 'KRW'],
  ['₪', 'ILS'],
  ['₺', 'TRY'],
  ['₦', 'NGN'],
  ['₴', 'UAH'],
  ['₱', 'PHP'],
  ['rs', 'INR'],
  ['rs.', 'INR'],
  ['sfr', 'CHF'],
]);
const CODES: ReadonlySet<string> = new Set(
  'USD EUR GBP JPY CNY INR RUB CHF AUD CAD NZD HKD SGD SEK NOK DKK PLN CZK HUF TRY ILS ZAR BRL MXN COP ARS CLP KRW THB IDR MYR PHP VND PKR BDT NGN KES EGP SAR AED UAH'.split(
    ' ',
  ),
);
const names = new Map<string, string>();
const call = (code: string, list: string): void => {
  for (const name of list.split('|')) names.set(name, code);
};
call('USD', 'dollar|dollars|us dollars|u.s. dollars|american dollars|bucks');
call('USD/100', 'cent|cents');
call('AUD', 'australian dollars');
call('CAD', 'canadian dollars');
call('EUR', 'euro|euros');
call('GBP', 'pounds sterling|british pounds|quid');
call('GBP/100', 'pence');
call('JPY', 'yen|japanese yen');
call('CNY', 'yuan|renminbi');
call('INR', 'rupee|rupees|indian rupees');
call('RUB', 'rouble|roubles|ruble|rubles');
call('CHF', 'swiss francs|swiss franc');
call('ILS', 'shekel|shekels');
call('KRW', 'won|south korean won');
call('TRY', 'lira|turkish lira');
call('BRL', 'real|reais');
call('ZAR', 'rand');
call('MXN', 'mexican pesos');
call('COP', 'colombian pesos');
call('ARS', 'argentine pesos');
call('PHP', 'philippine pesos');
call('peso', 'peso|pesos');
call('SEK', 'swedish kronor|kronor');
call('NOK', 'norwegian kroner');
call('DKK', 'danish kroner');
call('PLN', 'zloty|zlotys');
call('NGN', 'naira');
call('KES', 'kenyan shillings');
call('AED', 'dirhams');
call('SAR', 'riyals');
call('UAH', 'hryvnia|hryvnias');
/** Names of money that have other meanings too. They are money only behind a large number. */
export const DOUBTFUL_MONEY: ReadonlySet<string> = new Set(['won', 'real', 'rand', 'quid', 'bucks', 'lira']);

/** The ISO 4217 code for a sign or code in front of a number. */
export function currencySign(token: string): string | undefined {
  return signs.get(token.toLowerCase()) ?? (CODES.has(token) ? token : undefined);
}

/** The ISO 4217 code for lower-case words behind a number; `USD/100` for cents. */
export function currencyNamed(words: string): string | undefined {
  return names.get(words);
}
