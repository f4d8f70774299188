/**
 * Whether a text holds a private key, told before anything is drawn. Errs towards yes: a masked public key costs a moment,
 * a private key on the screen cannot be taken back. PEM labels, a JWK's `d`, or bare base64 of PKCS#1 or PKCS#8.
 */
export function looksPrivate(text: string): boolean {
  if (text.includes('PRIVATE KEY')) return true;
  if (/"d"\s{0,9}:\s{0,9}"[A-Za-z0-9_-]{20,}/.test(text) && text.includes('"n"')) return true;
  for (const run of text.split(/[^A-Za-z0-9+/=_\s-]+/)) {
    for (const word of run.split(/\s*\n\s*\n\s*/)) if (startsLikePrivate(word.replace(/\s+/g, ''))) return true;
  }
  return false;
}

/** Both PKCS#1 and PKCS#8 private keys are a SEQUENCE that begins with INTEGER 0; public keys and certificates never do. */
function startsLikePrivate(base64: string): boolean {
  const at = base64.indexOf('MI');
  if (at < 0 || base64.length - at < 64) return false;
  let head: string;
  try {
    head = atob(
      base64
        .slice(at, at + 16)
        .replaceAll('-', '+')
        .replaceAll('_', '/'),
    );
  } catch {
    return false;
  }
  const length = head.charCodeAt(1);
  const body = length < 0x80 ? 2 : 2 + (length & 0x7f);
  return head.charCodeAt(0) === 0x30 && head.slice(body, body + 3) === '\u0002\u0001\u0000';
}
