/** Names that mean the same in every text: countries, their peoples, and what is widely known by several names. */

import type { NameType } from '../types.ts';
import { COUNTRIES } from './countries.ts';
import { surfaceOf } from './surface.ts';

// one name | other names
const organizations = `
United Nations|UN
UN General Assembly|UNGA|United Nations General Assembly|General Assembly of the United Nations|UN's General Assembly
UN Security Council|UNSC|United Nations Security Council|Security Council
European Union|EU
NATO|North Atlantic Treaty Organization|North Atlantic Treaty Organisation
World Health Organization|WHO|World Health Organisation
International Monetary Fund|IMF
World Trade Organization|WTO
International Criminal Court|ICC
International Atomic Energy Agency|IAEA
World Food Programme|WFP|World Food Program|UN World Food Programme
International Committee of the Red Cross|ICRC
Organization of the Petroleum Exporting Countries|OPEC
Doctors Without Borders|Médecins Sans Frontières|MSF
African Union|AU
European Central Bank|ECB
FBI|Federal Bureau of Investigation
CIA|Central Intelligence Agency
NSA|National Security Agency
FEMA|Federal Emergency Management Agency
EPA|Environmental Protection Agency
FDA|Food and Drug Administration
CDC|Centers for Disease Control and Prevention|Centers for Disease Control
FAA|Federal Aviation Administration
NTSB|National Transportation Safety Board
ATF|Bureau of Alcohol, Tobacco, Firearms and Explosives
ICE|Immigration and Customs Enforcement|US Immigration and Customs Enforcement
Department of Homeland Security|DHS|Homeland Security Department|US Department of Homeland Security
Drug Enforcement Administration|DEA
US State Department|State Department|Department of State|US Department of State
US Department of Justice|Justice Department|Department of Justice|DOJ|US Justice Department
Pentagon|Defense Department|Department of Defense|US Department of Defense|US Defense Department
US Treasury Department|Treasury Department|Department of the Treasury|US Department of the Treasury|US Treasury
US Congress|Congress|United States Congress
US Senate|Senate|United States Senate
House of Representatives|US House of Representatives|US House|House
US Supreme Court|Supreme Court of the United States|SCOTUS
US Army|United States Army|army of the United States|American Army
US Navy|United States Navy
US Air Force|United States Air Force
US Coast Guard|United States Coast Guard
US Geological Survey|USGS|United States Geological Survey
Federal Reserve|Fed|US Federal Reserve
White House|Trump White House|Biden White House|Obama White House|Bush White House|Clinton White House
Democratic Party|Democrats' party
Republican Party|GOP|Grand Old Party
National Rifle Association|NRA
Associated Press|AP|The Associated Press
BBC|British Broadcasting Corporation|BBC News
New York Times|The New York Times|NYT
Washington Post|The Washington Post
Wall Street Journal|The Wall Street Journal|WSJ
Agence France-Presse|AFP
Islamic State|ISIS|ISIL|Daesh|Islamic State group|IS
al-Qaida|al-Qaeda|al Qaeda|al Qaida
al-Shabab|al-Shabaab|al Shabaab|Shabab
Hezbollah|Hizbollah|Hizbullah
Israel Defense Forces|IDF|Israeli Defense Forces|Israel Defence Forces
`;
const places = `
New York City|NYC
Los Angeles|LA
Washington, D.C.|D.C.|DC|Washington DC|Washington, DC|Washington D.C.|District of Columbia
San Francisco|SF
Gaza|Gaza Strip
West Bank|occupied West Bank
St. Louis|Saint Louis
Kyiv|Kiev
Mumbai|Bombay
Beijing|Peking
`;
const events = `
First World War|World War I|World War One|WWI|Great War|WW1
Second World War|World War II|World War Two|WWII|WW2
September 11 attacks|Sept. 11 attacks|Sept 11 attacks|9/11|9/11 attacks|September 11|Sept. 11
Olympic Games|Olympics
`;

const known = new Map<string, string>();
const key = (type: NameType, surface: string): string => `${type} ${surface}`;
const define = (type: NameType, name: string, others: readonly string[]): void => {
  for (const form of [name, ...others]) known.set(key(type, surfaceOf(form)), name);
};
const table = (type: NameType, text: string): void => {
  for (const line of text.trim().split('\n')) {
    const [name = '', ...others] = line.split('|');
    define(type, name, others);
  }
};
for (const country of COUNTRIES) {
  define('place', country.name, country.aliases);
  const [demonym] = country.demonyms;
  if (demonym)
    define(
      'group',
      demonym,
      country.demonyms.flatMap(form => [form, `${form}s`]),
    );
}
table('organization', organizations);
table('place', places);
table('event', events);

/** The name that something widely known goes by; undefined for everything else. `surface` is as `surfaceOf` makes it. */
export function knownName(type: NameType, surface: string): string | undefined {
  return known.get(key(type, surface));
}

const capitals = new Map<string, string>();
for (const country of COUNTRIES)
  for (const capital of country.capitals)
    if (!capitals.has(surfaceOf(capital))) capitals.set(surfaceOf(capital), country.name);

/** The country that a capital's name may stand for. */
export function countryOfCapital(surface: string): string | undefined {
  return capitals.get(surface);
}

/** The surface of a group in the singular: `colombian` for `colombians`. */
export function groupSurface(surface: string): string {
  if (/ies$/.test(surface)) return `${surface.slice(0, -3)}y`;
  return /[^s]s$/.test(surface) && surface.length > 4 ? surface.slice(0, -1) : surface;
}
