/** Undoing what input filters and log writers add to a text: entities, backslashes, JSON escapes. One round each. */

const NAMED: Readonly<Record<string, string>> = { quot: '"', amp: '&', lt: '<', gt: '>', apos: "'", nbsp: '\u00a0' };

/** `&quot;` `&amp;` `&lt;` `&gt;` `&#39;` `&#039;` `&#x27;` `&apos;` back to characters. @see PHP htmlspecialchars, OWASP XSS filters */
export function unescapeHtml(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(
    /&(?:(quot|amp|lt|gt|apos|nbsp)|#(\d{1,6})|#[xX]([0-9a-fA-F]{1,5}));/g,
    (whole, name?: string, decimal?: string, hex?: string) => {
      if (name !== undefined) return NAMED[name] ?? whole;
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
