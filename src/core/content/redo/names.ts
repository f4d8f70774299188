/** Names as beans, languages and parsers write them. */

export interface Renaming {
  readonly id: string;
  readonly source: string;
  readonly rename: (name: string) => string;
}

const camel = (name: string): string => name.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());
const SOURCE = 'alipay/alipay-sdk-nodejs-all: option camelcase; bean mapping of Jackson, fastjson, System.Text.Json';

export const renamings: readonly Renaming[] = [
  camel,
  (name: string): string => camel(`_${name}`),
  (name: string): string => name.toUpperCase(),
  (name: string): string => name.toLowerCase(),
  (name: string): string => name.replaceAll('_', ''),
  (name: string): string => name.replaceAll('_', '-'),
  (name: string): string => name.replaceAll('_', '.'),
  (name: string): string => `${name}[]`,
  (name: string): string => `${name}[0]`,
  (name: string): string => ` ${name}`,
  (name: string): string => name.replace(/[. -]/g, '_'),
].map((rename) => ({ id: 'field-renamed-case', source: SOURCE, rename }));
