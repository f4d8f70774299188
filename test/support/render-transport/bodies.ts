/** Bodies as senders write them, made with the platform's own encoders and none of ours. */
export type Fields = readonly (readonly [name: string, value: string])[];

/** As Alipay posts it: every byte but the unreserved escaped, a blank as `+`. */
export const formBody = (fields: Fields): string => new URLSearchParams(fields.map(([name, value]) => [name, value])).toString();

export const jsonBody = (fields: Fields): string =>
  `{${fields.map(([name, value]) => `${JSON.stringify(name)}:${JSON.stringify(value)}`).join(',')}}`;

/** As WeChat Pay v2 posts it; a value that holds `]]>` is written with entities. */
export const xmlBody = (fields: Fields): string =>
  `<xml>${fields.map(([name, value], i) => `<${name}>${i % 2 === 0 && !value.includes(']]>') ? `<![CDATA[${value}]]>` : entities(value)}</${name}>`).join('\n')}</xml>`;

const entities = (value: string): string =>
  value.replace(
    /[&<>"']/g,
    (char) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' })[char] ?? `&#x${(char.codePointAt(0) as number).toString(16)};`,
  );
