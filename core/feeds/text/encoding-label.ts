/** Labels by which programs outside the web call an encoding, without their signs, and the label of the Encoding standard. */
const LABELS: readonly (readonly [pattern: RegExp, label: string])[] = [
  [/^(?:ms|cp|ibm|x?win(?:dows)?)?949(?:c|korean)?$|^uhc$|^euckr$|^ksc?5601/, "euc-kr"],
  [/^(?:ms|cp|ibm|x?win(?:dows)?)?94[23]c?$|^(?:ms|cp|ibm|x?win(?:dows)?)?932$/, "shift_jis"],
  [/^x?(?:c?s?windows|win)31j$|^x?mskanji$|^x?s(?:hift)?jis/, "shift_jis"],
  [/^(?:ms|cp|ibm|x?win(?:dows)?)?936$|^euccn$|^x?gbk$|^(?:x?euc)?gb(?:2312|18030)/, "gb18030"],
  [/^(?:ms|cp|ibm|x?win(?:dows)?)?950$|^x?big5|^euctw$/, "big5"],
  [/^(?:ms|cp|ibm|x?win(?:dows)?)?874$|^x?tis620/, "windows-874"],
  [/^x?eucjp/, "euc-jp"],
  [/^koi8?r/, "koi8-r"],
  [/^koi8?r?u/, "koi8-u"],
  [/^(?:cesu8|x?utf8)/, "utf-8"],
];
const WINDOWS = /^(?:ms|cp|ibm|ansi|x?win(?:dows)?)?(125[0-8])$/;
const ISO_8859 = /^(?:iso)?8859p?(\d{1,2})$/;

/**
 * The label that browsers know for an encoding which a feed names, where the feed's is another one.
 *
 * @example encodingLabel("MS949") // "euc-kr"
 */
export function encodingLabel(written: string): string {
  const bare = written.toLowerCase().replace(/[^a-z\d]/g, "");
  const windows = WINDOWS.exec(bare)?.[1];
  if (windows !== undefined) return `windows-${windows}`;
  const iso = ISO_8859.exec(bare)?.[1];
  if (iso !== undefined) return `iso-8859-${iso}`;
  return LABELS.find(([pattern]) => pattern.test(bare))?.[1] ?? written;
}
