/** What names of parameters look like: words joined by signs or capitals. A short word may as well be part of a text. */

/** Parameters of one word that many messages have. */
const WORDS: ReadonlySet<string> = new Set(
  (
    'sign signature version charset subject body method format service partner attach appid openid price quantity discount ' +
    'timestamp nonce code msg resource id type event success memo result mchid amount currency'
  ).split(' '),
);

export function isParameterLike(name: string): boolean {
  return (
    WORDS.has(name) ||
    /^[A-Za-z][A-Za-z0-9]{0,31}(?:[_.-][A-Za-z0-9]{1,32})+$/.test(name) ||
    /^[a-z]{1,32}(?:[A-Z][a-z0-9]{1,31})+$/.test(name)
  );
}
