/**
 * The countries of the world, and territories that news names: their names, capitals, adjectives and peoples. The list is common knowledge
 * and was written for this project. A country that is missing here is merely not known as one.
 */

interface Country {
  readonly name: string;
  readonly aliases: readonly string[];
  /** The seat of government first. Then other spellings, and other seats that news uses for the government. */
  readonly capitals: readonly string[];
  /** `Colombian`; the plural follows by itself. The first one is the name that the group goes by. */
  readonly demonyms: readonly string[];
}

// name | other names | capital | demonyms
const table = `
Afghanistan||Kabul|Afghan
Albania||Tirana|Albanian
Algeria||Algiers|Algerian
Andorra||Andorra la Vella|Andorran
Angola||Luanda|Angolan
Antigua and Barbuda|Antigua|St. John's|Antiguan
Argentina||Buenos Aires|Argentine,Argentinian,Argentinean
Armenia||Yerevan|Armenian
Australia||Canberra|Australian,Aussie
Austria||Vienna|Austrian
Azerbaijan||Baku|Azerbaijani,Azeri
Bahamas||Nassau|Bahamian
Bahrain||Manama|Bahraini
Bangladesh||Dhaka|Bangladeshi
Barbados||Bridgetown|Barbadian
Belarus||Minsk|Belarusian,Belarussian
Belgium||Brussels|Belgian
Belize||Belmopan|Belizean
Benin||Porto-Novo|Beninese
Bermuda||Hamilton|Bermudian
Bhutan||Thimphu|Bhutanese
Bolivia||La Paz|Bolivian
Bosnia and Herzegovina|Bosnia,Bosnia-Herzegovina|Sarajevo|Bosnian
Botswana||Gaborone|Botswanan
Brazil||Brasilia,Brasília|Brazilian
Brunei||Bandar Seri Begawan|Bruneian
Bulgaria||Sofia|Bulgarian
Burkina Faso||Ouagadougou|Burkinabe
Burundi||Gitega,Bujumbura|Burundian
Cambodia||Phnom Penh|Cambodian
Cameroon||Yaounde,Yaoundé|Cameroonian
Canada||Ottawa|Canadian
Cape Verde|Cabo Verde|Praia|Cape Verdean
Central African Republic||Bangui|Central African
Chad||N'Djamena|Chadian
Chile||Santiago|Chilean
China|People's Republic of China,PRC|Beijing,Peking|Chinese
Colombia||Bogotá,Bogota|Colombian
Comoros||Moroni|Comoran
Congo|Democratic Republic of the Congo,Democratic Republic of Congo,DR Congo,DRC|Kinshasa|Congolese
Republic of the Congo|Republic of Congo,Congo-Brazzaville|Brazzaville|
Costa Rica||San José|Costa Rican
Croatia||Zagreb|Croatian,Croat
Cuba||Havana|Cuban
Cyprus||Nicosia|Cypriot
Czech Republic|Czechia|Prague|Czech
Denmark||Copenhagen|Danish,Dane
Djibouti||Djibouti City|Djiboutian
Dominica||Roseau|
Dominican Republic||Santo Domingo|Dominican
East Timor|Timor-Leste|Dili|East Timorese,Timorese
Ecuador||Quito|Ecuadorian,Ecuadorean
Egypt||Cairo|Egyptian
El Salvador||San Salvador|Salvadoran,Salvadorean
Equatorial Guinea||Malabo|
Eritrea||Asmara|Eritrean
Estonia||Tallinn|Estonian
Eswatini|Swaziland|Mbabane|Swazi
Ethiopia||Addis Ababa|Ethiopian
Fiji||Suva|Fijian
Finland||Helsinki|Finnish
France||Paris|French,Frenchman,Frenchwoman
Gabon||Libreville|Gabonese
Gambia||Banjul|Gambian
Georgia||Tbilisi|Georgian
Germany|Federal Republic of Germany|Berlin|German
Ghana||Accra|Ghanaian
Greece||Athens|Greek
Greenland||Nuuk|Greenlandic,Greenlander
Grenada||St. George's|Grenadian
Guatemala||Guatemala City|Guatemalan
Guinea||Conakry|Guinean
Guinea-Bissau||Bissau|
Guyana||Georgetown|Guyanese
Haiti||Port-au-Prince|Haitian
Honduras||Tegucigalpa|Honduran
Hong Kong|||Hongkonger
Hungary||Budapest|Hungarian
Iceland||Reykjavik|Icelandic,Icelander
India||New Delhi|Indian
Indonesia||Jakarta|Indonesian
Iran|Islamic Republic of Iran|Tehran|Iranian,Persian
Iraq||Baghdad|Iraqi
Ireland|Republic of Ireland|Dublin|Irish,Irishman
Israel|State of Israel|Jerusalem,Tel Aviv|Israeli
Italy||Rome|Italian
Ivory Coast|Côte d'Ivoire,Cote d'Ivoire|Yamoussoukro,Abidjan|Ivorian
Jamaica||Kingston|Jamaican
Japan||Tokyo|Japanese
Jordan|Hashemite Kingdom of Jordan|Amman|Jordanian
Kazakhstan||Astana|Kazakh,Kazakhstani
Kenya||Nairobi|Kenyan
Kosovo||Pristina|Kosovar,Kosovan
Kuwait||Kuwait City|Kuwaiti
Kyrgyzstan||Bishkek|Kyrgyz
Laos||Vientiane|Laotian,Lao
Latvia||Riga|Latvian
Lebanon||Beirut|Lebanese
Lesotho||Maseru|
Liberia||Monrovia|Liberian
Libya||Tripoli|Libyan
Liechtenstein||Vaduz|
Lithuania||Vilnius|Lithuanian
Luxembourg||Luxembourg City|Luxembourger
Macau|Macao||
Madagascar||Antananarivo|Malagasy
Malawi||Lilongwe|Malawian
Malaysia||Kuala Lumpur|Malaysian
Maldives||Malé|Maldivian
Mali||Bamako|Malian
Malta||Valletta|Maltese
Marshall Islands||Majuro|Marshallese
Mauritania||Nouakchott|Mauritanian
Mauritius||Port Louis|Mauritian
Mexico||Mexico City|Mexican
Micronesia||Palikir|Micronesian
Moldova||Chisinau|Moldovan
Monaco|||Monégasque
Mongolia||Ulaanbaatar,Ulan Bator|Mongolian
Montenegro||Podgorica|Montenegrin
Morocco||Rabat|Moroccan
Mozambique||Maputo|Mozambican
Myanmar|Burma|Naypyidaw,Yangon|Burmese
Namibia||Windhoek|Namibian
Nauru|||Nauruan
Nepal||Kathmandu|Nepali,Nepalese
Netherlands|Holland|Amsterdam,The Hague|Dutch,Dutchman
New Zealand||Wellington|New Zealander
Nicaragua||Managua|Nicaraguan
Niger||Niamey|Nigerien
Nigeria||Abuja|Nigerian
North Korea|Democratic People's Republic of Korea,DPRK|Pyongyang|North Korean
North Macedonia|Macedonia|Skopje|Macedonian
Northern Ireland||Belfast|Northern Irish
Norway||Oslo|Norwegian
Oman||Muscat|Omani
Pakistan||Islamabad|Pakistani
Palau|||Palauan
Palestine|State of Palestine,Palestinian territories|Ramallah|Palestinian
Panama||Panama City|Panamanian
Papua New Guinea||Port Moresby|Papua New Guinean
Paraguay||Asunción,Asuncion|Paraguayan
Peru||Lima|Peruvian
Philippines||Manila|Filipino,Philippine,Filipina
Poland||Warsaw|Polish
Portugal||Lisbon|Portuguese
Puerto Rico||San Juan|Puerto Rican
Qatar||Doha|Qatari
Romania||Bucharest|Romanian
Russia|Russian Federation|Moscow|Russian
Rwanda||Kigali|Rwandan
Samoa||Apia|Samoan
Saudi Arabia|Kingdom of Saudi Arabia,KSA|Riyadh|Saudi,Saudi Arabian
Scotland||Edinburgh|Scottish,Scot,Scots
Senegal||Dakar|Senegalese
Serbia||Belgrade|Serbian,Serb
Seychelles||Victoria|Seychellois
Sierra Leone||Freetown|Sierra Leonean
Singapore|||Singaporean
Slovakia||Bratislava|Slovak,Slovakian
Slovenia||Ljubljana|Slovenian,Slovene
Solomon Islands||Honiara|
Somalia||Mogadishu|Somali,Somalian
Somaliland||Hargeisa|
South Africa||Pretoria,Cape Town|South African
South Korea|Republic of Korea,ROK,Korea|Seoul|South Korean,Korean
South Sudan||Juba|South Sudanese
Soviet Union|USSR,U.S.S.R.||Soviet
Spain||Madrid|Spanish,Spaniard
Sri Lanka||Colombo|Sri Lankan
Sudan||Khartoum|Sudanese
Suriname||Paramaribo|Surinamese
Sweden||Stockholm|Swedish,Swede
Switzerland||Bern,Berne|Swiss
Syria|Syrian Arab Republic|Damascus|Syrian
Taiwan|Republic of China|Taipei|Taiwanese
Tajikistan||Dushanbe|Tajik
Tanzania||Dodoma,Dar es Salaam|Tanzanian
Thailand||Bangkok|Thai
Tibet||Lhasa|Tibetan
Togo||Lomé,Lome|Togolese
Tonga||Nuku'alofa|Tongan
Trinidad and Tobago|Trinidad|Port of Spain|Trinidadian
Tunisia||Tunis|Tunisian
Turkey|Türkiye,Turkiye|Ankara|Turkish,Turk
Turkmenistan||Ashgabat|Turkmen
Uganda||Kampala|Ugandan
Ukraine||Kyiv,Kiev|Ukrainian
United Arab Emirates|UAE,U.A.E.,Emirates|Abu Dhabi|Emirati
United Kingdom|UK,U.K.,Britain,Great Britain|London|British,Briton,Brit,Britons
England|||English,Englishman
Wales||Cardiff|Welsh
United States|US,U.S.,USA,U.S.A.,United States of America,America,U.S,the States|Washington,Washington D.C.,Washington DC|American
Uruguay||Montevideo|Uruguayan
Uzbekistan||Tashkent|Uzbek
Vanuatu||Port Vila|
Vatican City|Vatican,Holy See||
Venezuela||Caracas|Venezuelan
Vietnam||Hanoi|Vietnamese
Western Sahara|||Sahrawi
Yemen||Sanaa,Sana'a,Aden|Yemeni
Zambia||Lusaka|Zambian
Zimbabwe||Harare|Zimbabwean
Yugoslavia|||Yugoslav
Czechoslovakia|||Czechoslovak
Gaza|Gaza Strip||Gazan
Chechnya||Grozny|Chechen
Crimea||Simferopol|Crimean
Catalonia|||Catalan
Kashmir||Srinagar|Kashmiri
Kurdistan||Erbil|Kurdish,Kurd
`;

const list = (cell: string | undefined): string[] => (cell ? cell.split(',') : []);

/** All countries and territories, in the order of the table. */
export const COUNTRIES: readonly Country[] = table
  .trim()
  .split('\n')
  .map(line => {
    const [name = '', aliases, capitals, demonyms] = line.split('|');
    return { name, aliases: list(aliases), capitals: list(capitals), demonyms: list(demonyms) };
  });
