/** Closer prose in English for the causes that a paste alone can prove: what was found in this message. */
import type { Finding } from '../../core/diagnose/finding.ts';
import type { Closer } from './prose.ts';

/** Names of the parameters that a finding touches, the first few. */
const names = ({ edits }: Finding): string => {
  const all = [...new Set(edits.flatMap(({ name }) => name ?? []))];
  return all.slice(0, 5).join(', ') + (all.length > 5 ? ` and ${all.length - 5} more` : '');
};
const places = ({ edits }: Finding): number => edits.reduce((sum, { count }) => sum + (count ?? 1), 0);
const charset = ({ edits }: Finding): string => (edits.find(({ op }) => op === 'use-charset')?.value ?? 'gbk').toUpperCase();

export const close: Closer = {
  'own-query-param': {
    title: 'Own parameters of notify_url joined the check',
    headline: (f) => `your own parameter ${names(f)} joined in`,
    found: (f) =>
      `${names(f)}: written by you into notify_url (or return_url), not signed by Alipay. Without it the digest equals the signed one.`,
  },
  'extra-framework-param': {
    headline: (f) => `the framework added ${names(f)}`,
    found: (f) => `${names(f)}: added by routing or a rewrite rule, not signed by Alipay. Without it the digest equals the signed one.`,
  },
  'app-added-param': {
    headline: (f) => `your program added ${names(f)}`,
    found: (f) =>
      `${names(f)}: put among the parameters by middleware or your own code, not signed by Alipay. Without it the digest equals the signed one.`,
  },
  'request-superglobal-cookies': {
    headline: (f) => `cookies joined the parameters: ${names(f)}`,
    found: (f) => `${names(f)}: a cookie. $_REQUEST merges GET, POST and cookies; verify with $_POST only.`,
  },
  'sign-plus-to-space': {
    title: '+ in sign turned into spaces',
    headline: (f) => `${places(f)} + in sign turned into spaces`,
    found: (f) =>
      `sign is base64; its + were decoded once more as form blanks, in ${places(f)} places. With + put back it opens. Signatures without + pass, which is why it fails only sometimes.`,
  },
  'sign-equals-lost': {
    title: 'The = at the end of sign was lost',
    headline: () => 'the = at the end of sign was lost',
    found: () => 'Splitting at every = cut off the padding of sign. With it restored the signature opens.',
  },
  'sign-still-encoded': {
    title: 'sign is still URL-encoded',
    headline: () => 'sign is still URL-encoded',
    found: () => 'sign still holds %2B, %2F, %3D: one URL decoding is missing. Decoded, it opens.',
  },
  'base64-url-safe': {
    title: 'sign was turned into URL-safe base64',
    headline: () => '+ and / in sign became - and _',
    found: () => 'Something on the way replaced standard base64 by its URL-safe form. With + and / restored it opens.',
  },
  'base64-linebreaks': {
    title: 'sign is broken by line ends or blanks',
    headline: () => 'line ends or blanks inside sign',
    found: (f) => `sign is interrupted in ${places(f)} places, as mail, chats and terminals do when wrapping. With them removed it opens.`,
  },
  'sign-truncated': {
    title: 'sign is cut short',
    headline: () => 'sign is incomplete',
    found: () =>
      'Decoded, sign has fewer bytes than the key asks for, and what is lost cannot be restored. Usual reasons: a varchar(255) column (344 characters are needed), or a log limit.',
  },
  'sign-masked': {
    title: 'sign is masked',
    headline: () => 'sign is masked and cannot be verified',
    found: () =>
      'sign holds * or dots: masked by a log filter or by hand, and beyond repair. This page works offline, so the original can safely be pasted.',
  },
  'sign-type-kept': {
    title: 'sign_type was left in the content',
    headline: () => 'sign_type does not belong into the content',
    found: () => 'The content of payment notifications does not include sign_type. Without it the digest equals the signed one.',
  },
  'sign-type-removed': {
    title: 'sign_type was removed, though this kind of message signs it',
    headline: () => 'sign_type is signed in this message, but was removed',
    found: (f) =>
      `With sign_type=${f.edits.find(({ op }) => op === 'add-pair')?.value ?? 'RSA2'} put back the digest equals the signed one: this kind of message signs it (rule V2).`,
  },
  'sign-hash-mismatch': {
    title: 'RSA (SHA-1) and RSA2 (SHA-256) were mixed up',
    found: () => 'The algorithm inside the signature is not the one that sign_type names. The signature decides.',
  },
  'app-key-as-alipay-key': {
    title: 'The app public key was used as the Alipay public key',
    headline: () => 'this is the app public key, not the Alipay public key',
    found: () =>
      'Your key does not open this signature. The app public key is the one you made and uploaded; Alipay signs with a key of its own, and the open platform shows its public half as “Alipay public key”. Both look alike, so they are easily confused.',
  },
  'wrong-app-key': {
    title: 'The Alipay public key of another app',
    found: () => 'Each app has an Alipay public key of its own. Look it up by the app_id of the message.',
  },
  'wrong-env-key': {
    title: 'Sandbox and production keys were mixed up',
    found: () => 'Sandbox and production apps have different Alipay public keys. Use the one of the environment that sent the message.',
  },
  'rsa1-default-key': {
    title: 'RSA and RSA2 have different Alipay public keys',
    found: () => 'One app has two: RSA (1024 bits, signatures of 128 bytes) and RSA2 (2048 bits, 256 bytes). Choose by sign_type.',
  },
  'mapi-vs-openapi-key': {
    title: 'Legacy (MAPI) and open platform keys were mixed up',
    found: () => 'Legacy notifications are signed with one Alipay-wide key, which is not the one shown for an open platform app.',
  },
  'duplicate-key': {
    title: 'A parameter occurs more than once',
    headline: (f) => `${names(f)} occurs more than once`,
    found: (f) =>
      `${names(f)} came more than once and Alipay signed only one of them. With that one alone the digest equals the signed one.`,
  },
  'charset-gbk-as-utf8': {
    title: 'Verified as UTF-8, but Alipay signed GBK',
    headline: (f) => `Alipay signed ${charset(f)}, not UTF-8`,
    found: (f) =>
      `The text is right; the bytes made of it are not. Encoded as ${charset(f)} the digest equals the signed one. Plain English shows no difference, so only orders with Chinese text fail.`,
  },
  'empty-kept': {
    title: 'Empty parameters took part',
    headline: (f) => `empty ${names(f)} should not take part`,
    found: (f) =>
      `${names(f)} has no value and was not there when Alipay signed. Without it the digest equals the signed one. Own code or struct defaults usually add such parameters.`,
  },
  'tampered-or-test': {
    title: 'Edited by hand, or a hand-made test message',
    found: () =>
      'A value was replaced after signing: an amount changed for debugging, a masked id, a request built by hand. Try the message as Alipay really sent it.',
  },
  'html-entity-quotes': {
    title: 'Double quotes became &quot;',
    headline: (f) => `quotes in ${names(f) || 'a parameter'} became &quot;`,
    found: (f) =>
      `A global filter (htmlspecialchars or the like) turned the double quotes in ${names(f) || 'a parameter'} into HTML entities. Only parameters with JSON suffer, so often only notifications of successful payments fail.`,
  },
  'pem-missing-header': { title: 'The public key lacks its PEM header' },
  'pem-wrong-label': { title: 'The PEM label does not fit what is inside' },
  'key-path-as-key': { title: 'A file path in place of the key' },
};
