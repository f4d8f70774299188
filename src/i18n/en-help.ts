/** The second box, questions, decrypted parts and examples, in English. */
import type { HelpMessages } from './messages-help.ts';

export const enHelp: HelpMessages = {
  served: {
    label: 'What my server used',
    short: 'optional',
    hint: 'The string your server verified, a dump of its parameters, or the digest it computed (hex or Base64)',
    placeholder: 'String to verify, parameter dump or digest',
    region: 'Server',
    form: { content: 'a string to sign', map: 'a set of parameters', digest: 'a digest' },
    arrived: 'What arrived',
    used: 'What the server used',
    answer: { yes: 'is what was signed', no: 'is not what was signed', unknown: 'cannot be told yet' },
    sentence: {
      equal:
        'Your server used exactly what was signed: the content is right. Check the key, the sign and the algorithm passed to the verifier.',
      found: 'Your server did not use what was signed. The difference is below.',
      differs:
        'Your server did not use what was signed, and no usual mistake explains the difference. Make sure both come from the same delivery: a retry has another notify_time.',
      'unproved-found':
        'No key here opens the signature, so which of the two was signed is not proved. Compared with what arrived, your server’s content differs as follows.',
      'unproved-same': 'Your server used the same as what arrived. Add the key to tell whether that is what was signed.',
      unproved: 'Compared with what arrived, no usual mistake was recognised. Add the key to tell which of the two was signed.',
      unknown: 'This could not be read. Paste the string your server verified, a dump of its parameters, or the digest it computed.',
    },
    card: {
      before: 'Server',
      after: 'Arrived',
      proof: {
        digest: 'With this undone, the digests of both are the same.',
        padding: 'Seen in the signature block.',
        'key-match': 'Seen by comparing the keys.',
        length: 'Seen by the length.',
        structure: 'Seen by comparing the two.',
        guess: 'The two differ here; why is not proved.',
      },
    },
  },
  asks: {
    region: 'Something is missing',
    lead: 'Fill it in and the check runs again at once; nothing is lost.',
    header: (name) => `What was the request header ${name}?`,
    path: 'What is the path of the address that received it?',
    original: (name) => `What was the ${name} of the order originally?`,
    originalHint: 'This value was destroyed on the way and cannot be restored. With the original from your order, the cause can be proved.',
    lost: '(original not known)',
    publicKey: 'The provider’s public key or certificate is needed to decide.',
    secret: 'This signature is checked with the merchant’s secret. It stays in memory only.',
    privateKey: (name) =>
      `${name} is encrypted with the merchant’s public key; only the merchant’s own RSA private key opens it. Paste it together with the Alipay public key; it is used once, in memory, and neither kept nor shown.`,
    toKeys: 'Add it',
  },
  unsealed: {
    title: (name) => `Encrypted in ${name}`,
    scheme: {
      'wechatpay-v3': 'AES-256-GCM, APIv3 key',
      'wechatpay-v3-sm4': 'SM4-GCM, APIv3 key',
      'wechatpay-v2-refund': 'AES-256-ECB, MD5 of the merchant’s key',
      'wechat-message': 'AES-256-CBC, EncodingAESKey',
      'alipay-aes': 'AES-CBC, content encryption key',
      'alipay-wap-rsa': 'RSA PKCS#1 v1.5 in blocks, the merchant’s private key',
    },
    opened: 'Decrypted',
    shut: 'Not opened',
    why: {
      'no-secret': 'No secret yet. Put the key for it into the key box to read what is inside.',
      'no-private-key': 'No private key yet. Paste the merchant’s into the key box to read what is inside; it is used once, in memory.',
      refused: 'The secret does not open it: it is another one, or the ciphertext, nonce or associated data were changed.',
      'other-secret':
        'The secret is another one: the signature holds, so the ciphertext was not changed. Use the one of this app or merchant.',
      'not-base64': 'The ciphertext is not whole Base64; it may have been cut or changed.',
      'too-short': 'The ciphertext has a wrong length; it may have been cut.',
      'nonce-length': 'The nonce has a wrong length.',
      unsupported: 'This browser does not support the algorithm.',
      'key-16-bytes': 'The secret has 16 bytes.',
      'key-length': 'The secret has a wrong length: an APIv3 key has 32 characters, an EncodingAESKey 43.',
      'not-text': 'What came out is not text; most likely the secret is another one.',
    },
    warning: { 'key-16-bytes': 'This secret has only 16 bytes; a real APIv3 key has 32 characters.' },
    receiver: 'Receiver',
    own: 'Your AppID, CorpID or SuiteID',
    same: 'the same',
    other: 'another: it is not meant for you',
    text: 'What came out holds no parameters; it reads as follows.',
  },
  stacks: {
    mine: 'I use',
    any: 'all languages and frameworks',
    others: 'Other frameworks',
    none: (name) => `Nothing specific to ${name} here; the advice above applies.`,
  },
  more: {
    gallery: 'More examples of failure',
    groups: {
      key: 'Keys',
      signature: 'The sign itself',
      content: 'Parameters',
      transport: 'Transport and frameworks',
      environment: 'Environment',
      passes: 'Nothing wrong',
    },
    symptoms: 'No message at hand? Start from the symptom',
    suspects: 'Likeliest causes, first to last',
    open: 'Example',
  },
};
