import { mainHost } from "../url/outlet-domains.ts";

/**
 * The owners of several outlets of `data/outlets.json`, with the main domains of these. A test compares this table with
 * the list.
 */
export const OWNERS: Readonly<Record<string, readonly string[]>> = {
  "Al Jazeera Media Network": ["aljazeera.com", "aljazeera.net"],
  "Axel Springer": ["bild.de", "politico.com", "politico.eu", "welt.de"],
  Bonnier: ["dn.se", "expressen.se"],
  "CBC/Radio-Canada": ["cbc.ca", "radio-canada.ca"],
  Comcast: ["nbcnews.com", "sky.com"],
  "DPG Media": ["demorgen.be", "hln.be", "nu.nl", "volkskrant.nl"],
  "DvH Medien": ["handelsblatt.com", "tagesspiegel.de"],
  "Express Media Group": ["express.pk", "tribune.com.pk"],
  "France Médias Monde": ["france24.com", "rfi.fr"],
  "Indian Express Group": ["indianexpress.com", "loksatta.com"],
  "Liberty Times Group": ["ltn.com.tw", "taipeitimes.com"],
  Mediahuis: ["independent.ie", "nrc.nl"],
  "Nation Media Group": ["nation.africa", "theeastafrican.co.ke"],
  "News Corp": ["nypost.com", "thesun.co.uk", "wsj.com"],
  Nikkei: ["ft.com", "nikkei.com"],
  "Nine Entertainment": ["smh.com.au", "theage.com.au"],
  "RCS MediaGroup": ["corriere.it", "elmundo.es"],
  "RTL Group": ["n-tv.de", "stern.de"],
  "SRG SSR": ["rts.ch", "srf.ch"],
  Sanoma: ["hs.fi", "is.fi"],
  Schibsted: ["aftenposten.no", "aftonbladet.se", "svd.se", "vg.no"],
  "Seznam.cz": ["novinky.cz", "seznamzpravy.cz"],
  "Styria Media Group": ["diepresse.com", "vecernji.hr"],
  "The Irish Times Group": ["irishexaminer.com", "irishtimes.com"],
  "Transcom Group": ["prothomalo.com", "thedailystar.net"],
};

const OWNER_OF = new Map(
  Object.entries(OWNERS).flatMap(([owner, domains]) => domains.map((domain) => [domain, owner])),
);

/**
 * Who speaks in an outlet's articles: its owner where several listed outlets belong to that owner, else the outlet. Articles
 * with the same voice are not independent of each other.
 *
 * @param host the outlet's domain, or a host below it
 * @returns a name or a domain, to be compared only
 */
export function voiceOf(host: string): string {
  const main = mainHost(host);
  for (let domain = main; domain.includes("."); domain = domain.slice(domain.indexOf(".") + 1)) {
    const owner = OWNER_OF.get(domain);
    if (owner !== undefined) return owner;
  }
  return main;
}
