/** Finds key material in whatever was pasted: PEM, bare base64, source code, configuration lines, several at once. */
import { decodeBase64 } from '../text/base64.ts';
import { decodeHex } from '../text/hex.ts';
import { wholeLength } from './der.ts';
import type { KeyProblem, KeyRepair } from './report.ts';

/** One piece of key material: its DER, or why there is none. */
export interface Material {
  readonly der: Uint8Array | null;
  /** The base64 it was read from; to be hidden everywhere if the key turns out to be private. */
  readonly text: string;
  readonly label: string | null;
  readonly repairs: readonly KeyRepair[];
  readonly problems: readonly KeyProblem[];
  /** Its label says that it is the merchant's own. */
  readonly own?: boolean;
}

/** Longer texts are no key material. */
export const MAX_KEY_TEXT = 256 * 1024;
/** Shorter base64 holds no key: the shortest the policy knows, RSA-512 in PKCS#1, takes 100. */
const MIN_BASE64 = 64;
const MAX_KEYS = 32;

export function findMaterial(pasted: string): readonly Material[] {
  const { text, repairs } = cleaned(pasted);
  const inner = unwrapped(text);
  if (inner !== null) return findMaterial(inner).map((each) => ({ ...each, repairs: [...each.repairs, 'base64-twice'] }));
  const found: Material[] = [];
  let before = '';
  for (const block of blocksOf(text)) {
    if (block.encrypted) {
      found.push({ der: null, text: '', label: block.label, repairs, problems: [{ id: 'private-key-encrypted', severity: 'error' }] });
      continue;
    }
    const bare = block.label === null ? (['pem-missing-header'] as const) : [];
    found.push(...materialIn(block.body, block.label, [...repairs, ...block.repairs, ...bare], before));
    before = block.label === null ? block.body : '';
  }
  return found;
}

/** A whole PEM file in Base64, as clusters keep secrets: `-----BEGIN` is `LS0tLS1CRUdJTi`. @see kubernetes.io, Secret: values of `data` */
function unwrapped(text: string): string | null {
  const bytes = decodeBase64(/LS0tLS1CRUdJTi[A-Za-z0-9+/\s]{100,}={0,2}/.exec(text)?.[0].replace(/\s/g, '') ?? '');
  return bytes && bytes.length > 0 ? new TextDecoder().decode(bytes) : null;
}

/** Characters before a key in which its label stands. */
const LABEL = 48;

/** Who pasted it called it the application's own public key. */
function isCalledOwn(before: string): boolean {
  return /应用公钥|商户公钥|(?<![a-z])(?:app|my|merchant|mch)[_-]?public[_-]?key/i.test(before.slice(-LABEL));
}

/** Undoes what editors, chats, spreadsheets and shells do to a key before anything is looked for. */
function cleaned(pasted: string): { text: string; repairs: readonly KeyRepair[] } {
  const repairs = new Set<KeyRepair>();
  let text = pasted;
  const undo = (id: KeyRepair, pattern: RegExp, by: string | ((match: string) => string)): void => {
    const next = typeof by === 'string' ? text.replace(pattern, by) : text.replace(pattern, by);
    if (next !== text) repairs.add(id);
    text = next;
  };
  undo('bom', /^\ufeff/, '');
  undo('invisible-characters', /[\u200b-\u200f\u2060\ufeff\u00ad\0]/g, '');
  undo('invisible-characters', /[\u00a0\u3000\u2002-\u200a\u202f]/g, ' ');
  const narrow = (match: string): string => String.fromCharCode(match.charCodeAt(0) - 0xfee0);
  undo('full-width', /[＋－／０-９＝Ａ-Ｚ＿ａ-ｚ]/g, narrow);
  // Marks behind a label are none of the key's.
  text = text.replace(/[\uff01-\uff5e]/g, narrow);
  undo('escaped-newlines', /\\r\\n|\\n|\\r|\\\//g, (match) => (match === '\\/' ? '/' : '\n'));
  undo('pem-broken-lines', /[\u2010-\u2015]/g, '-');
  if (/%(2B|2F|3D|0A|0D|20)/i.test(text))
    undo('url-encoded', /%([0-9a-f]{2})/gi, (match) => String.fromCharCode(Number.parseInt(match.slice(1), 16)));
  return { text, repairs: [...repairs] };
}

interface Block {
  readonly label: string | null;
  readonly body: string;
  readonly encrypted: boolean;
  readonly repairs: readonly KeyRepair[];
}

/** Cuts at PEM armour, whole or broken; the stretches between are blocks without a label. */
function blocksOf(text: string): readonly Block[] {
  const blocks: Block[] = [];
  const armour = /-{2,}\s?(BEGIN|END)\s([A-Z0-9 ]{1,40}?)\s?-{2,}/g;
  let label: string | null = null;
  let start = 0;
  let doubled = false;
  const push = (end: number, ...more: readonly KeyRepair[]): void => {
    const body = text.slice(start, end);
    if (body.trim() === '') return;
    // Armour and key on one line: OpenSSL wants a line end behind the header. @see RFC 7468 §2
    const oneLine = label !== null && !/[\r\n]/.test(body);
    const headers = /^\s*(?:[A-Za-z-]+:[^\n]*\n)+\s*\n/.exec(body);
    const repairs: KeyRepair[] = [
      ...(doubled ? (['pem-double-header'] as const) : []),
      ...(oneLine ? (['pem-broken-lines'] as const) : []),
      ...more,
    ];
    blocks.push({
      label,
      body: headers ? body.slice(headers[0].length) : body,
      encrypted: /Proc-Type:\s*4,\s*ENCRYPTED/.test(headers?.[0] ?? '') || (label?.includes('ENCRYPTED') ?? false),
      repairs,
    });
    doubled = false;
  };
  for (const match of text.matchAll(armour)) {
    const opens = match[1] === 'BEGIN';
    const blank = text.slice(start, match.index).trim() === '';
    if (opens && label !== null && blank) doubled = true;
    else if (opens && label !== null) push(match.index, 'pem-missing-header');
    else if (!opens && label === null && !blank) push(match.index, 'pem-missing-header');
    else push(match.index);
    label = opens ? (match[2] as string) : null;
    start = match.index + match[0].length;
  }
  push(text.length, ...(label !== null ? (['pem-missing-header'] as const) : []));
  return blocks;
}

/** Runs of base64, across line ends and string concatenation; a run ends where its own DER says so. */
function materialIn(body: string, label: string | null, before: readonly KeyRepair[], ahead: string): readonly Material[] {
  const found: Material[] = [];
  const joined = body.replace(/(["'`])\s*(?:\\\s*\n\s*|[+.]\s*)(["'`])/g, '').replace(/\\\s*\n/g, '');
  if (label === null && /^[0-9a-f\s:]+$/i.test(joined)) return fromHex(joined.replace(/[\s:]/g, ''), before);
  for (const match of joined.matchAll(/[A-Za-z0-9+/_=\s-]+/g)) {
    const run = match[0];
    const start = label === null ? keyStart(run) : 0;
    if (start < 0) continue;
    const repairs = new Set(before);
    if (joined.trim() !== run.trim()) repairs.add(/["'`]/.test(joined) ? 'quotes' : 'key-name-prefix');
    if (run.slice(0, start).trim() !== '') repairs.add('key-name-prefix');
    const own = isCalledOwn(label === null ? joined.slice(0, match.index + start) : ahead);
    found.push(...cutByLength(run.slice(start), label, repairs).map((each, i) => (own && i === 0 ? { ...each, own } : each)));
  }
  return found;
}

/** Where a key begins in a run: every DER sequence of a key's size begins with `M` and one of a few letters in base64. */
function keyStart(run: string): number {
  const match = /(?:^|[\s=])(M[A-IDEFGH][A-Za-z0-9+/_-])/.exec(run);
  if (!match) return -1;
  const start = match.index + match[0].length - (match[1] as string).length;
  return run.slice(start).replace(/\s/g, '').length >= MIN_BASE64 ? start : -1;
}

/** Reads one key after another: each one's own DER says how long it is. */
function cutByLength(run: string, label: string | null, before: ReadonlySet<KeyRepair>): Material[] {
  const found: Material[] = [];
  for (let rest = run.trim(); rest !== '' && found.length < MAX_KEYS;) {
    const repairs = new Set(before);
    const text = tidy(rest, repairs);
    const head = decodeBase64(text.slice(0, 8));
    const whole = head ? wholeLength(head) : null;
    const digits = whole === null ? text.length : Math.min(text.length, Math.ceil((whole * 4) / 3));
    const padding = /^=*/.exec(text.slice(digits))?.[0].length ?? 0;
    const after = afterDigits(rest, digits + padding);
    const start = /^\s/.test(after) ? keyStart(after) : /^M[A-I]/.test(after) && after.length >= MIN_BASE64 ? 0 : -1;
    const separate = after === '' || /^\s*\n/.test(after) || start >= 0;
    found.push(decodeRun(separate ? text.slice(0, digits) : text, separate ? padding : 0, label, repairs));
    rest = start >= 0 ? after.slice(start).trim() : '';
  }
  return found;
}

/** Without blanks, in the standard alphabet. */
function tidy(run: string, repairs: Set<KeyRepair>): string {
  let text = run;
  if (/\S[ \t]+\S/.test(run)) {
    const plus = restoresPlus(run);
    repairs.add(plus ? 'plus-lost' : 'whitespace');
    if (plus) text = run.replace(/ /g, '+');
  }
  text = text.replace(/\s/g, '');
  if (!/[-_]/.test(text)) return text;
  repairs.add('url-safe-base64');
  return text.replace(/-/g, '+').replace(/_/g, '/');
}

/** What is left of a run after so many characters that are no blanks. */
function afterDigits(run: string, digits: number): string {
  let at = 0;
  for (let left = digits; left > 0 && at < run.length; at++) if (!/\s/.test(run.charAt(at))) left--;
  return run.slice(at);
}

function decodeRun(digits: string, padding: number, label: string | null, repairs: ReadonlySet<KeyRepair>): Material {
  const bare = digits.replace(/=+$/, '');
  const own = new Set(repairs);
  const padded = bare.padEnd(Math.ceil(bare.length / 4) * 4, '=');
  if (padding === 0 && bare.length === digits.length && padded.length !== bare.length) own.add('padding-lost');
  const der = bare.length % 4 === 1 ? null : decodeBase64(padded);
  const problems: KeyProblem[] = der ? [] : [{ id: 'not-base64', severity: 'error', params: { have: bare.length } }];
  const whole = decodeBase64(bare.slice(0, 8));
  const need = whole ? wholeLength(whole) : null;
  if (!der && need !== null)
    problems[0] = { id: 'truncated', severity: 'error', params: { have: Math.floor((bare.length * 3) / 4), need } };
  return { der, text: digits, label, repairs: [...own], problems };
}

/** Whether blanks stand where `+` was: a form decoder makes them, and then the length is right only with them. */
function restoresPlus(run: string): boolean {
  const text = run.replace(/[\r\n\t]/g, '');
  const filled = text.replace(/ /g, '+').replace(/=+$/, '');
  const head = decodeBase64(filled.slice(0, 8));
  const whole = head ? wholeLength(head) : null;
  return whole !== null && filled.length === Math.ceil((whole * 4) / 3);
}

function fromHex(text: string, repairs: readonly KeyRepair[]): readonly Material[] {
  const der = text.length >= 2 * MIN_BASE64 && /^30/.test(text) ? decodeHex(text) : null;
  return der ? [{ der, text, label: null, repairs, problems: [{ id: 'hex', severity: 'warning' }] }] : [];
}
