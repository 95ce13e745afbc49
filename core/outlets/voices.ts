import { mainHost } from "../url/outlet-domains.ts";

/**
 * The main domains of the outlets of `data/outlets.json` that have one owner, for each owner of several. A test compares
 * this table with the list.
 */
export const ONE_OWNER: readonly string[] = [
  "aljazeera.com aljazeera.net", // Al Jazeera Media Network
  "bild.de politico.com politico.eu welt.de", // Axel Springer
  "dn.se expressen.se", // Bonnier
  "cbc.ca radio-canada.ca", // CBC/Radio-Canada
  "nbcnews.com sky.com", // Comcast
  "demorgen.be hln.be nu.nl volkskrant.nl", // DPG Media
  "handelsblatt.com tagesspiegel.de", // DvH Medien
  "express.pk tribune.com.pk", // Express Media Group
  "france24.com rfi.fr", // France Médias Monde
  "indianexpress.com loksatta.com", // Indian Express Group
  "ltn.com.tw taipeitimes.com", // Liberty Times Group
  "independent.ie nrc.nl", // Mediahuis
  "nation.africa theeastafrican.co.ke", // Nation Media Group
  "nypost.com thesun.co.uk wsj.com", // News Corp
  "ft.com nikkei.com", // Nikkei
  "smh.com.au theage.com.au", // Nine Entertainment
  "corriere.it elmundo.es", // RCS MediaGroup
  "n-tv.de stern.de", // RTL Group
  "rts.ch srf.ch", // SRG SSR
  "hs.fi is.fi", // Sanoma
  "aftenposten.no aftonbladet.se svd.se vg.no", // Schibsted
  "novinky.cz seznamzpravy.cz", // Seznam.cz
  "diepresse.com vecernji.hr", // Styria Media Group
  "irishexaminer.com irishtimes.com", // The Irish Times Group
  "prothomalo.com thedailystar.net", // Transcom Group
];

const VOICES = new Map(
  ONE_OWNER.flatMap((owned) => owned.split(" ").map((domain) => [domain, owned] as const)),
);

/**
 * Who speaks in an outlet's articles: its owner where several listed outlets belong to that owner, else the outlet. Articles
 * with the same voice are not independent of each other.
 *
 * @param host the outlet's domain, or a host below it
 * @returns a text that is only to be compared
 */
export function voiceOf(host: string): string {
  const main = mainHost(host);
  for (let domain = main; domain.includes("."); domain = domain.slice(domain.indexOf(".") + 1)) {
    const voice = VOICES.get(domain);
    if (voice !== undefined) return voice;
  }
  return main;
}
