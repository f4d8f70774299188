/** Every verdict in English: what is the case, and what to do next. */
import type { Messages, VerdictFacts } from './messages.ts';
import { enKeys } from './en-input.ts';

const names = (list: readonly string[]) => list.slice(0, 4).join(', ') + (list.length > 4 ? ` and ${list.length - 4} more` : '');
const because = (f: VerdictFacts) => (f.cause ? `: ${f.cause}` : '');
const signatureHeader = (f: VerdictFacts) => f.missing?.find((name) => /signature/i.test(name));
const hash = (name: string | null) => (name ?? '').toUpperCase();

export const enReasons: Messages['verdict']['reasons'] = {
  verified: (f) => ({
    title: 'Signature verified',
    next: f.builtIn
      ? `Proved by the ${enKeys.role[f.role]}.`
      : `The content is byte for byte what was signed. Now ${f.dialect === 'wechat-message' ? 'compare the receiver inside, then act on the message' : `check ${f.provider === 'wechatpay' ? 'the merchant number' : 'app_id'}, the order number and the amount, then update the order`}.`,
  }),
  'verified-after-paste-repair': (f) => ({
    title: 'Signature verified, after undoing what copying changed',
    next: `Only traces of copying were undone${because(f)}. What was signed is intact; if your server fails as well, look at what the server received.`,
  }),
  'verified-with-unsigned': (f) => ({
    title: `The signature holds, but ${f.unsigned.length || 'some'} ${f.unsigned.length === 1 ? 'parameter is' : 'parameters are'} not signed`,
    next: `${f.unsigned.length ? names(f.unsigned) : 'The extra parameters'} ${f.unsigned.length === 1 ? 'is' : 'are'} not signed. A server that verifies everything it received will fail: drop them before verifying.`,
  }),
  'wrong-key': (f) => ({
    title: 'Wrong key: its private half did not make this signature',
    next:
      f.provider === 'wechatpay'
        ? 'Change the key first; the content has not been tested yet. Use the WeChat Pay public key or platform certificate that Wechatpay-Serial names, not your own apiclient_cert.pem.'
        : 'Change the key first; the content has not been tested yet. Copy the “Alipay public key” from the open platform, not the app public key you made yourself.',
  }),
  'wrong-key-role': (f) =>
    f.role === 'app' || f.role === 'wechatpay-merchant'
      ? {
          title: `The platform did not make this signature: the ${enKeys.role[f.role]} proves it`,
          next: `${f.cause ? `${f.cause}. ` : ''}Your own private key made it, which never signs what the platform sends: take the signature from the notification itself and verify it with the platform’s key.`,
        }
      : {
          title: `Wrong key: the ${enKeys.role[f.role]} proves the signature`,
          next: f.cause
            ? `${f.cause}. Put that key into your server's settings and verify again.`
            : 'The key you gave does not open this signature; use the one that does.',
        },
  'signature-explained': (f) => ({
    title: `Verification failed, cause found${because(f)}`,
    next: 'The key is right. Only the text of sign changed; once restored, it opens and the content matches.',
  }),
  'signature-damaged': () => ({
    title: 'The text of sign is damaged beyond repair',
    next: 'Paste the whole sign from the server log: 344 characters of base64 for RSA 2048, 172 for RSA 1024.',
  }),
  'signature-length': (f) => ({
    title:
      f.have !== null && f.need !== null
        ? `Signature and key differ in length: ${f.have} bytes, the key needs ${f.need}`
        : 'Signature and key differ in length',
    next:
      f.have !== null && f.need !== null && f.have > f.need
        ? 'The signature is longer than the key: probably an old 1024-bit key. Use the 2048-bit public key.'
        : 'Check that sign was copied whole, then that the key belongs to this app.',
  }),
  'signature-noncanonical': () => ({
    title: 'The signature opens, but is not strictly well-formed',
    next: 'A digest can be read, yet the block breaks RFC 8017. Genuine signatures do not: check where it came from.',
  }),
  'hash-mismatch': (f) => ({
    title: `Algorithms differ: the message says ${f.declared ?? 'another'}, the signature uses ${hash(f.opened)}`,
    next:
      f.opened === 'sha-1'
        ? 'Verify with RSA (SHA-1) instead of RSA2, or upgrade the app to RSA2 on the open platform.'
        : 'Verify with RSA2 (SHA-256). Take sign_type from the message; do not hard-code it.',
  }),
  'content-explained': (f) => ({
    title: `Verification failed, cause found${because(f)}`,
    next:
      f.causes > 1
        ? `The key is right. The content has ${f.causes} problems; with all of them undone it matches the signature exactly.`
        : 'The key is right, the content changed. With this one change undone it matches the signature exactly.',
  }),
  'content-unexplained': (f) =>
    f.missing?.length
      ? {
          title: `The key is right; ${names(f.missing)} is missing`,
          next: 'It is part of what was signed, so whether the content changed cannot be told without it. Fill it in below.',
        }
      : f.searching
        ? {
            title: 'The key is right, the content differs from what was signed',
            next: 'Trying the usual changes one by one; a match appears here at once.',
          }
        : {
            title: 'The key is right, but the content changed, and where is not known yet',
            next: `${f.tried.toLocaleString('en-GB')} contents were compared, none matches. Try the raw body as your server received it.`,
          },
  'probe-traffic': () => ({
    title: 'This is WeChat Pay probing you: failing is the right answer',
    next: 'The platform sends a deliberately wrong signature to see whether you verify. Reject it as usual; nothing else to do.',
  }),
  'mac-mismatch': (f) => ({
    title: 'The signature does not match: key or content is wrong',
    next: `${/SM2/i.test(f.algorithm ?? '') ? 'An SM2 signature' : 'MD5 or HMAC'} cannot tell a wrong key from changed content. Check the key first, then the parameters.`,
  }),
  unreadable: (f) => unreadable(f),
  'not-a-notification': () => ({
    title: 'Parameters were read, but this is no payment notification',
    next: 'Paste the whole notification: it has sign, sign_type and notify_id or trade_no.',
  }),
  'no-signature': (f) =>
    f.dialect === 'wechatpay-v2-refund'
      ? {
          title: 'Refund notifications of this kind carry no signature',
          next: 'That req_info opens under the APIv2 key is all that shows where it comes from, and its encryption does not stop blocks from being moved: query the refund and compare the amounts.',
        }
      : f.dialect === 'wechat-message'
        ? callback(f)
        : signatureHeader(f) === undefined
          ? {
              title: 'There is no sign, so nothing can be verified',
              next: 'All fields were read. To verify, paste the whole notification including sign; logs often leave it out.',
            }
          : {
              title: `The header ${signatureHeader(f)} is missing, so nothing can be verified`,
              next: 'All fields were read. Such messages are signed in a header: paste the headers too, or give it below.',
            },
  'no-key': (f) =>
    f.sealed
      ? {
          title: 'The key is right, but the content is encrypted: the merchant’s private key is missing',
          next: 'In RSA mode the old WAP interface encrypts notify_data with the merchant’s public key, and the signature covers the XML inside: it cannot be verified before it is opened. Paste the private key together with the Alipay public key; it is used once, in memory.',
        }
      : f.secret
        ? {
            title: 'Fields read; verifying needs a secret',
            next: `This message is signed with a shared secret. Put the ${secret(f)} into the key box; it stays in memory and is not kept.`,
          }
        : {
            title: 'Fields read; verifying needs a public key',
            next: `${f.opensOnly ? 'The APIv3 key that is there decrypts, and verifies nothing. ' : ''}Put the ${f.provider === 'wechatpay' ? 'WeChat Pay public key or platform certificate' : 'Alipay public key or certificate'} into the key box; the verdict follows at once.`,
          },
  'key-unreadable': (f) => ({
    title: 'The key cannot be read',
    next: f.keyProblem
      ? enKeys.problem[f.keyProblem]({})
      : 'Paste the whole public key: it usually starts with MIIBIjAN, or with -----BEGIN as PEM.',
  }),
  'unsupported-algorithm': (f) => ({
    title: `${f.algorithm ?? 'This'} signatures are not supported yet`,
    next: `The fields can be read all the same, but nothing was verified. ${
      /ECDSA/i.test(f.algorithm ?? '')
        ? 'Neither Alipay nor WeChat Pay signs notifications with ECDSA: check whether the signature type was rewritten. '
        : /DSA/i.test(f.algorithm ?? '')
          ? 'DSA is from the early days of the legacy interface, and Alipay has published no key for it; switch to RSA2 in the merchant console. '
          : ''
    }RSA (SHA-1), RSA2 (SHA-256), SM2 and MD5 or HMAC can be verified.`,
  }),
  'too-large': (f) => ({
    title: 'Too large, not read',
    next: `${f.limit ? `The limit is ${Math.round(f.limit / 1048576)} MB. ` : ''}Paste only the notification in question.`,
  }),
  'internal-disagreement': () => ({
    title: 'The two verifiers disagree: do not rely on this result',
    next: 'This is a fault of Yanqian itself. Do not act on the order; please report it, without keys or customer data.',
  }),
};

function unreadable(f: VerdictFacts) {
  switch (f.unreadable) {
    case 'too-large':
      return { title: 'Too large, not read', next: 'Paste only the notification in question.' };
    case 'binary':
      return {
        title: 'This is binary; no parameters can be read',
        next: 'A certificate belongs into the key box; unpack an archive first.',
      };
    case 'too-deep':
    case 'too-many':
      return { title: 'Too many parameters or levels', next: 'Paste only the notification in question.' };
    case 'doctype':
      return {
        title: 'The XML has a DTD and was not read, for safety',
        next: 'Payment platforms send none. Remove <!DOCTYPE …>, and mind where it came from.',
      };
    case 'is-key':
      return {
        title: 'This looks like a key, not a notification',
        next: 'Put it into the key box below. If it is a private key, replace it soon and send it to no one.',
      };
    case 'is-token':
      return { title: 'This looks like a token, not a notification', next: 'Paste the body that the platform sent to notify_url.' };
    default:
      return {
        title: 'No parameters could be read',
        next: 'Paste the whole notification: a k=v&k=v body, JSON, a URL, or parameters printed in a log.',
      };
  }
}

/** What the shared secret is called where it is set. */
function secret({ provider, dialect }: VerdictFacts): string {
  return dialect === 'wechat-message' ? 'Token of the message settings' : provider === 'wechatpay' ? 'APIv2 key' : 'MD5 key';
}

/** `signature` covers token, timestamp and nonce alone. @see developers.weixin.qq.com, 消息加解密说明 */
function callback(f: VerdictFacts) {
  return f.missing?.includes('msg_signature')
    ? {
        title: 'There is no msg_signature, so the content cannot be verified',
        next: 'signature is made of token, timestamp and nonce alone and does not cover Encrypt: whoever has seen this address once can attach another content. msg_signature is a parameter of the address: paste the whole address too, or give it below.',
      }
    : {
        title: 'In clear mode nothing signs the body',
        next: 'signature holds, which only says that the address comes from someone who knows the token; it does not cover the body. Check the content elsewhere, or change to the encrypted mode, which has msg_signature.',
      };
}
