/** What phones print: `NSDictionary` by the rules of Foundation, the result map of Alipay's SDK for Android. */
import type { Fields } from './values.ts';

/** Foundation leaves a text without quotes only where it is made of these. */
function plist(text: string): string {
  if (/^[A-Za-z0-9_$/:.-]+$/.test(text)) return text;
  const body = [...text]
    .map((char) => {
      if (char === '"' || char === '\\') return `\\${char}`;
      if (char === '\n') return '\\n';
      if (char.charCodeAt(0) < 0x80) return char;
      return [...Array(char.length).keys()].map((i) => `\\U${char.charCodeAt(i).toString(16).padStart(4, '0')}`).join('');
    })
    .join('');
  return `"${body}"`;
}

export const nsDictionary = (list: Fields): string =>
  `{\n${list.map(([name, value]) => `    ${plist(name)} = ${plist(value)};\n`).join('')}}`;

/** As Swift and some consoles print the result: quotes inside left alone. */
export const nsResultRaw = (result: string): string => `{\n    memo = "";\n    result = "${result}";\n    resultStatus = 9000;\n}`;
export const nsResult = (result: string): string =>
  nsDictionary([
    ['memo', ''],
    ['result', result],
    ['resultStatus', '9000'],
  ]);

export const androidResult = (result: string): string => `{resultStatus=9000, result=${result}, memo=}`;
export const androidMessage = (result: string): string =>
  `{ when=-132ms what=1 obj=${androidResult(result)} target=com.example.PayActivity$1 }`;
export const androidResultOld = (result: string): string => `resultStatus={9000};memo={};result={${result}}`;

/** The text in `result`: Alipay's response and its signature, as the SDK hands it over. */
export const appResult = (response: string, sign: string): string =>
  `{"alipay_trade_app_pay_response":${response},"sign":"${sign}","sign_type":"RSA2"}`;
