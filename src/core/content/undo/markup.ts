/** Undoing what input filters and log writers add to a text: entities, backslashes, JSON escapes. One round each. */

/** The entities of ISO 8859-1 in order of their code points, from U+00A0. @see HTML 4.01 §24.2 */
const LATIN1 = (
  'nbsp iexcl cent pound curren yen brvbar sect uml copy ordf laquo not shy reg macr deg plusmn sup2 sup3 acute micro para middot cedil ' +
  'sup1 ordm raquo frac14 frac12 frac34 iquest Agrave Aacute Acirc Atilde Auml Aring AElig Ccedil Egrave Eacute Ecirc Euml Igrave Iacute ' +
  'Icirc Iuml ETH Ntilde Ograve Oacute Ocirc Otilde Ouml times Oslash Ugrave Uacute Ucirc Uuml Yacute THORN szlig agrave aacute acirc ' +
  'atilde auml aring aelig ccedil egrave eacute ecirc euml igrave iacute icirc iuml eth ntilde ograve oacute ocirc otilde ouml divide ' +
  'oslash ugrave uacute ucirc uuml yacute thorn yuml'
).split(' ');

/** Those of markup, and the punctuation and signs that orders hold. @see HTML 4.01 §24.3 and §24.4 */
const NAMED: ReadonlyMap<string, string> = new Map([
  ...LATIN1.map((name, i): [string, string] => [name, String.fromCharCode(0xa0 + i)]),
  ...Object.entries({ quot: '"', amp: '&', lt: '<', gt: '>', apos: "'" }),
  ...Object.entries({
    hellip: '…',
    mdash: '—',
    ndash: '–',
    lsquo: '‘',
    rsquo: '’',
    ldquo: '“',
    rdquo: '”',
    bull: '•',
    euro: '€',
    trade: '™',
  }),
  ...Object.entries({
    permil: '‰',
    prime: '′',
    Prime: '″',
    larr: '←',
    rarr: '→',
    uarr: '↑',
    darr: '↓',
    le: '≤',
    ge: '≥',
    ne: '≠',
    infin: '∞',
  }),
  ...Object.entries({ alpha: 'α', beta: 'β', pi: 'π', Omega: 'Ω', hearts: '♥', ensp: '\u2002', emsp: '\u2003', thinsp: '\u2009' }),
]);

/** `&quot;` `&amp;` `&#39;` `&#x27;` `&eacute;` … back to characters. @see PHP htmlspecialchars and htmlentities, OWASP XSS filters */
export function unescapeHtml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:([A-Za-z]{2,6}[0-9]{0,2})|#(\d{1,7})|#[xX]([0-9a-fA-F]{1,6}));/g,
    (whole, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined) return NAMED.get(name) ?? whole;
      const point = Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10);
      return point > 0 && point <= 0x10ffff ? String.fromCodePoint(point) : whole;
    },
  );
}

/** Only the entities of quotes: what a filter leaves that spares `&`. */
export function unescapeQuotes(text: string): string {
  return text.replace(/&quot;|&#0?34;|&#[xX]22;/g, '"');
}

/** PHP's stripslashes: a backslash goes, what follows stays; `\0` is NUL. */
export function stripSlashes(text: string): string {
  return text.includes('\\') ? text.replace(/\\([\s\S])/g, (_, char: string) => (char === '0' ? '\0' : char)) : text;
}

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', b: '\b', f: '\f' };

/** The escapes of a JSON string, as they stand when its inside is copied. @see RFC 8259 §7 */
export function unescapeJson(text: string): string {
  if (!text.includes('\\')) return text;
  return text.replace(/\\(?:u([0-9a-fA-F]{4})|(["\\/nrtbf]))/g, (_, code?: string, char?: string) =>
    code === undefined ? (ESCAPES[char as string] ?? (char as string)) : String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** `\x22` and `\xE6\xB5\x8B`, as nginx writes bytes to its log; null where the bytes are no UTF-8. @see nginx log_format escape=default */
export function unescapeHex(text: string): string | null {
  if (!/\\x[0-9A-Fa-f]{2}/.test(text)) return null;
  let lossy = false;
  const done = text.replace(/(?:\\x[0-9A-Fa-f]{2})+/g, (run) => {
    const bytes = Uint8Array.from(run.slice(2).split('\\x'), (pair) => Number.parseInt(pair, 16));
    const part = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes);
    lossy ||= part.includes('\ufffd');
    return part;
  });
  return lossy ? null : done;
}
