/** News agencies by the names under which outlets credit them. A name must be all of the credit: no person's name is one. */
const AGENCY =
  /^(?:the )?(?:agence france-presse|afp|associated press|ap|(?:thomson )?reuters|deutsche presse-agentur|dpa|(?:agencia )?efe|europa press|ansa|pa media|press association|xinhua|tass|kyodo(?: news)?|yonhap|anadolu(?: agency)?|keystone-sda|sda|belga|anp|lusa|ritzau|ntb|pap|čtk|upi|pti)$/i;

/** Whether the name in a credit is that of a news agency. */
export function isNewsAgency(name: string): boolean {
  return AGENCY.test(name.trim());
}
